import { EXPORT_AT_ONCE, EXPORT_FORMATS, type ExportFormat } from '@forewarn/core/alert-exports/model';
import type { AdminAlertListInput } from '@forewarn/core/alerts/model';
import { ErrorNote } from '@forewarn/ui/feedback';
import { useT } from '@forewarn/ui/i18n';
import { Button, Group, Modal, SegmentedControl, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useProblem } from '../../app/use-problem.ts';
import { ExportList } from './export-list.tsx';
import { useExportText } from './text/exports.ts';
import { useExport } from './use-exports.ts';

interface ExportDialogProps {
  filters: Partial<AdminAlertListInput>;
  total: number | undefined;
  onClose: () => void;
}

/** Which format, how much, and what has become of former exports. */
export function ExportDialog({ filters, total, onClose }: ExportDialogProps) {
  const text = useExportText();
  const words = useT();
  return (
    <Modal opened onClose={onClose} title={text.title} size="lg" closeButtonProps={{ 'aria-label': words.close }}>
      <Stack gap="xl">
        <NewExport filters={filters} total={total} />
        <ExportList />
      </Stack>
    </Modal>
  );
}

function NewExport({ filters, total }: Pick<ExportDialogProps, 'filters' | 'total'>) {
  const text = useExportText();
  const toProblem = useProblem();
  const [format, setFormat] = useState<ExportFormat>('xlsx');
  const { now, start } = useExport(filters);
  const many = total !== undefined && total > EXPORT_AT_ONCE;
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const error = now.error ?? start.error;
  function go() {
    now.reset();
    start.reset();
    if (many) start.mutate(format);
    else now.mutate(format);
  }
  return (
    <Stack gap="md">
      <Text size="sm">
        {total === undefined ? text.counting : text.matching(total)}
        {filters.merchantId === undefined && text.allMerchants}
      </Text>
      <SegmentedControl
        aria-label={text.format}
        value={format}
        onChange={(chosen) => setFormat(EXPORT_FORMATS.find((one) => one === chosen) ?? 'xlsx')}
        data={EXPORT_FORMATS.map((value) => ({ value, label: text.formats[value] }))}
      />
      <Text size="xs" c="dimmed">
        {text.times(timeZone)}
        {text.audited}
        {many && text.background}
      </Text>
      {error && <ErrorNote problem={toProblem(error)} />}
      <Group justify="space-between" gap="sm">
        <Text size="sm" role="status" c="dimmed">
          {start.isSuccess && text.started}
          {now.data?.saved && text.saved(now.data.rows, now.data.cut)}
        </Text>
        <Button onClick={go} loading={now.isPending || start.isPending} disabled={!total} ml="auto">
          {many ? text.start : text.save}
        </Button>
      </Group>
    </Stack>
  );
}
