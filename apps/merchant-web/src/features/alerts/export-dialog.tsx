import { EXPORT_AT_ONCE, EXPORT_FORMATS, type ExportFormat } from '@forewarn/core/alert-exports/model';
import { ErrorNote } from '@forewarn/ui/feedback';
import { useT } from '@forewarn/ui/i18n';
import { Button, Group, Modal, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import type { inferInput } from '@trpc/tanstack-react-query';
import { useState } from 'react';
import { trpc } from '../../api.ts';
import { useProblemOf } from '../../app/problem/use-problem.ts';
import { ExportList } from './export-list.tsx';
import { useExportText } from './text/index.ts';
import { useExport } from './use-exports.ts';

/** Chosen alerts, or everything that a list with these filters finds. */
export type ExportWhat = { ids: readonly number[] } | { list: inferInput<typeof trpc.alerts.list> };

interface ExportDialogProps {
  what: ExportWhat;
  /** The export somebody came for: the list of them stands first, with this one marked. */
  wanted?: string | undefined;
  onClose: () => void;
}

/** Which format, how much, and what has become of former exports. */
export function ExportDialog({ what, wanted, onClose }: ExportDialogProps) {
  const text = useExportText();
  const t = useT();
  const phone = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false });
  return (
    <Modal
      opened
      onClose={onClose}
      title={text.title}
      size="lg"
      fullScreen={phone ?? false}
      closeButtonProps={{ 'aria-label': t.close }}
    >
      <Stack gap="xl">
        {wanted && <ExportList wanted={wanted} />}
        <NewExport what={what} titled={wanted !== undefined} />
        {!wanted && <ExportList />}
      </Stack>
    </Modal>
  );
}

function NewExport({ what, titled }: { what: ExportWhat; titled: boolean }) {
  const text = useExportText();
  const problemOf = useProblemOf();
  const [format, setFormat] = useState<ExportFormat>('xlsx');
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const list = 'list' in what ? what.list : undefined;
  const found = useQuery(trpc.alerts.list.queryOptions(list ?? {}, { enabled: list !== undefined }));
  const total = 'ids' in what ? what.ids.length : found.data?.total;
  const many = total !== undefined && total > EXPORT_AT_ONCE;
  const { now, job } = useExport();
  const { page: _page, size: _size, cursor: _cursor, ...filter } = list ?? {};

  function start() {
    now.reset();
    job.reset();
    if (many) job.mutate({ ...filter, format, timeZone });
    else now.mutate({ ...filter, ...('ids' in what && { ids: [...what.ids] }), format, timeZone });
  }
  const error = now.error ?? job.error;
  return (
    <Stack gap="md">
      {titled && (
        <Title order={3} size="h5">
          {text.another}
        </Title>
      )}
      <Text size="sm">
        {'ids' in what ? text.selected(what.ids.length) : total === undefined ? text.counting : text.matching(total)}
      </Text>
      <SegmentedControl
        aria-label={text.format}
        value={format}
        onChange={(chosen) => setFormat(EXPORT_FORMATS.find((one) => one === chosen) ?? 'xlsx')}
        data={EXPORT_FORMATS.map((value) => ({ value, label: text.formats[value] }))}
      />
      <Text size="xs" c="dimmed">
        {text.times(timeZone)}
        {many && text.background}
      </Text>
      {error && <ErrorNote problem={problemOf(error)} />}
      <Group justify="space-between" gap="sm">
        <Text size="sm" role="status" c="dimmed">
          {job.isSuccess ? text.started : now.data ? text.saved(now.data.rows, now.data.cut) : ''}
        </Text>
        <Button
          onClick={start}
          loading={now.isPending || job.isPending}
          disabled={total === undefined || total === 0}
          ml="auto"
        >
          {many ? text.start : text.save}
        </Button>
      </Group>
    </Stack>
  );
}
