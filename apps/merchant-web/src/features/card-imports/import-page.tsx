import type { CardImportDetail } from '@forewarn/core/card-imports/model';
import { ConfirmDialog, DetailSkeleton, ErrorState } from '@forewarn/ui/feedback';
import { useFormat } from '@forewarn/ui/format';
import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useProblemOf } from '../../app/problem/use-problem.ts';
import { useSessionUser } from '../../app/session/session.ts';
import { TextLink } from '../../app/text-link.tsx';
import { usePageTitle } from '../../app/use-page-title.ts';
import { ColumnForm } from './column-form.tsx';
import { DoneNote } from './done-note.tsx';
import { RowsSection } from './rows-section.tsx';
import { RunPanel } from './run-panel.tsx';
import { useImportText } from './text.ts';
import { useImport, useRemoveImport, useRunImport } from './use-import.ts';

const route = getRouteApi('/shell/cards/import/$id');

/** One import: its columns, every line's verdict, importing and undoing. Open on any device until it is done. */
export function ImportPage() {
  const text = useImportText();
  const problemOf = useProblemOf();
  const { id } = route.useParams();
  const run = useRunImport();
  const found = useImport(id, run.isPending);
  usePageTitle(found.data?.fileName ?? text.page);
  return (
    <Stack gap="md">
      <TextLink to="/cards/import">{text.backToList}</TextLink>
      {found.isPending && <DetailSkeleton />}
      {found.isError && !found.data && (
        <ErrorState problem={problemOf(found.error)} onRetry={() => void found.refetch()} />
      )}
      {found.data && <Content one={found.data} run={run} />}
    </Stack>
  );
}

function Content({ one, run }: { one: CardImportDetail; run: ReturnType<typeof useRunImport> }) {
  const text = useImportText();
  const format = useFormat();
  const user = useSessionUser();
  const [said, setSaid] = useState('');
  const may = (permission: string) => user?.suspended === false && user.permissions.some((one) => one === permission);
  const readOnly = !may('card:create') || one.status === 'RUNNING' || run.isPending;
  return (
    <>
      <Group justify="space-between" align="flex-start" gap="sm">
        <div>
          <Title order={1} size="h3" style={{ overflowWrap: 'anywhere' }}>
            {one.fileName}
          </Title>
          <Text c="dimmed" size="sm">
            {text.history.who(one.createdName, format.time(one.createdTime, 'short'))}
          </Text>
        </div>
        {one.status === 'OPEN' && one.finishedTime === null && !readOnly && <Remove id={one.id} />}
      </Group>
      <Text role="status" size="sm" c="var(--fw-positive-text)" hidden={said === ''}>
        {said}
      </Text>
      {one.importedRows > 0 && one.status !== 'RUNNING' && !run.isPending && (
        <DoneNote one={one} mayUndo={may('card:delete') && !one.purged} onUndone={setSaid} />
      )}
      {one.purged ? (
        <Paper p="md">
          <Text size="sm">{text.purged}</Text>
        </Paper>
      ) : (
        <>
          {may('card:create') && <RunPanel one={one} run={run} mayEnrol={may('card:enrol')} />}
          <ColumnForm one={one} readOnly={readOnly} />
          <RowsSection one={one} readOnly={readOnly} />
        </>
      )}
    </>
  );
}

function Remove({ id }: { id: string }) {
  const { remove: text } = useImportText();
  const problemOf = useProblemOf();
  const navigate = useNavigate();
  const remove = useRemoveImport();
  const [asked, setAsked] = useState(false);
  return (
    <>
      <Button
        variant="subtle"
        color="gray"
        leftSection={<IconTrash size={16} aria-hidden />}
        onClick={() => setAsked(true)}
      >
        {text.action}
      </Button>
      <ConfirmDialog
        opened={asked}
        dangerous
        title={text.title}
        confirmLabel={text.confirm}
        busy={remove.isPending}
        problem={remove.isError ? problemOf(remove.error) : undefined}
        onCancel={() => setAsked(false)}
        onConfirm={() =>
          remove.mutate({ id }, { onSuccess: () => void navigate({ to: '/cards/import', replace: true }) })
        }
      >
        <Text size="sm">{text.text}</Text>
      </ConfirmDialog>
    </>
  );
}
