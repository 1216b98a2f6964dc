import { FIELD_WORDS, IMPORT_FIELDS, type ImportRow } from '@forewarn/core/card-imports/model';
import { type Column, DataTable } from '@forewarn/ui/data';
import { useLocale } from '@forewarn/ui/i18n';
import { Group, Paper, Stack, Text } from '@mantine/core';
import { RowCell, type RowHandlers } from './row-cell.tsx';
import { RowVerdictText } from './row-verdict.tsx';
import { useImportText } from './text.ts';

interface RowListProps {
  rows: readonly ImportRow[];
  handlers: RowHandlers;
}

/** The lines on a wide screen. */
export function RowTable({ rows, handlers }: RowListProps) {
  const { rows: text } = useImportText();
  const locale = useLocale();
  const columns: Column<ImportRow>[] = [
    { key: 'line', header: text.line, width: 70, render: (row) => <span className="fw-tabular">{row.line}</span> },
    { key: 'verdict', header: text.verdict, render: (row) => <RowVerdictText row={row} /> },
    ...IMPORT_FIELDS.map((field) => ({
      key: field,
      header: FIELD_WORDS[field].label[locale],
      render: (row: ImportRow) => <RowCell row={row} field={field} handlers={handlers} />,
    })),
  ];
  return (
    <Paper style={{ overflow: 'hidden' }}>
      <DataTable label={text.label} columns={columns} rows={rows} rowKey={({ line }) => line} />
    </Paper>
  );
}

/** The lines on a phone. */
export function RowStack({ rows, handlers }: RowListProps) {
  const { rows: text } = useImportText();
  const locale = useLocale();
  return (
    <Stack gap="sm" component="ul" aria-label={text.label} m={0} p={0} style={{ listStyle: 'none' }}>
      {rows.map((row) => (
        <Paper key={row.line} p="md" component="li">
          <Stack gap="xs">
            <Group justify="space-between" align="flex-start" wrap="nowrap">
              <Text size="sm" c="dimmed">
                {text.lineOf(row.line)}
              </Text>
              <RowVerdictText row={row} />
            </Group>
            {IMPORT_FIELDS.filter(
              (field) => row.values[field] !== '' || row.faults.some((one) => one.field === field),
            ).map((field) => (
              <div key={field}>
                <Text size="xs" c="dimmed">
                  {FIELD_WORDS[field].label[locale]}
                </Text>
                <RowCell row={row} field={field} handlers={handlers} />
              </div>
            ))}
          </Stack>
        </Paper>
      ))}
    </Stack>
  );
}
