import { FIELD_WORDS, IMPORT_FIELDS, type ImportField, type ImportRow } from '@forewarn/core/card-imports/model';
import { type Column, DataTable } from '@forewarn/ui/data';
import { useLocale } from '@forewarn/ui/i18n';
import { Paper, Stack, Text } from '@mantine/core';
import { RowCell, type RowHandlers } from './row-cell.tsx';
import { RowVerdictText } from './row-verdict.tsx';
import { useImportText } from './text.ts';

/** The fields worth a column: those the file has, and those a line lacks. */
function shownFields(rows: readonly ImportRow[], mapped: readonly ImportField[]): ImportField[] {
  const lacking = new Set(rows.flatMap(({ faults }) => faults.map(({ field }) => field)));
  return IMPORT_FIELDS.filter((field) => field === 'notifyEmail' || mapped.includes(field) || lacking.has(field));
}

interface RowListProps {
  /** The fields that have a column in the file. */
  mapped: readonly ImportField[];
  rows: readonly ImportRow[];
  handlers: RowHandlers;
}

/** The lines on a wide screen. */
export function RowTable({ rows, mapped, handlers }: RowListProps) {
  const { rows: text } = useImportText();
  const locale = useLocale();
  const columns: Column<ImportRow>[] = [
    { key: 'line', header: text.line, width: 70, render: (row) => <span className="fw-tabular">{row.line}</span> },
    { key: 'verdict', header: text.verdict, render: (row) => <RowVerdictText row={row} /> },
    ...shownFields(rows, mapped).map((field) => ({
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
            <div>
              <Text size="sm" c="dimmed" mb={4}>
                {text.lineOf(row.line)}
              </Text>
              <RowVerdictText row={row} />
            </div>
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
