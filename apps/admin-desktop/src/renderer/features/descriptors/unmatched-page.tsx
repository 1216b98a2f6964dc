import { COVERAGE_ALERTS, type UnmatchedDescriptor } from '@forewarn/core/descriptors/model';
import { DataTable } from '@forewarn/ui/data';
import { EmptyState } from '@forewarn/ui/feedback';
import { Paper, Stack, Text } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from '../../api.ts';
import { Page } from '../../app/page.tsx';
import { QueryView } from '../../app/query-view.tsx';
import { EnrolDialog } from './enrol-dialog.tsx';
import { useDescriptorsText } from './text.ts';
import { useUnmatchedColumns } from './unmatched-columns.tsx';

/** Descriptors of alerts that found nobody: enrolled for a merchant here, the next ones find it. */
export function UnmatchedDescriptorsPage() {
  const t = useDescriptorsText();
  const trpc = useTRPC();
  const [open, setOpen] = useState<UnmatchedDescriptor>();
  const columns = useUnmatchedColumns(setOpen);
  const list = useQuery(trpc.admin.descriptors.unmatched.queryOptions({}));
  return (
    <Page title={t.title} hint={t.hint}>
      <QueryView query={list}>
        {({ records, total, window }) =>
          records.length === 0 ? (
            <Paper>
              <EmptyState icon={<IconCircleCheck size={26} />} title={t.empty} text={t.emptyHint} />
            </Paper>
          ) : (
            <Stack gap="sm">
              <Paper style={{ overflow: 'hidden' }}>
                <DataTable label={t.table} columns={columns} rows={records} rowKey={({ descriptor }) => descriptor} />
              </Paper>
              <Text size="xs" c="dimmed">
                {t.window(window.days, window.cut, COVERAGE_ALERTS)}
                {total > records.length && ` ${t.more(total - records.length)}`}
              </Text>
            </Stack>
          )
        }
      </QueryView>
      {open && <EnrolDialog found={open} onClose={() => setOpen(undefined)} />}
    </Page>
  );
}
