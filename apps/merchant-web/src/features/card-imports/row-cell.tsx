import { FIELD_WORDS, type ImportField, type ImportRow, rowFaultText } from '@forewarn/core/card-imports/model';
import { useLocale } from '@forewarn/ui/i18n';
import { Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useImportText } from './text.ts';

export interface RowHandlers {
  /** Lines can be changed. */
  editable: boolean;
  /** The line that is being saved. */
  saving: number | undefined;
  onChange: (row: ImportRow, field: ImportField, value: string) => void;
}

const KEY_FIELDS: readonly ImportField[] = ['descriptor', 'cardBin', 'caid', 'acquirerBin', 'arn'];

/** What changing can mend: cells with a fault; of a line that is there twice, what makes it the same. */
export function isMendable(row: ImportRow, field: ImportField): boolean {
  if (row.cardId !== null) return false;
  if (row.verdict === 'DUPLICATE') return KEY_FIELDS.includes(field) && row.values[field] !== '';
  return row.verdict === 'ERROR' && row.faults.some((fault) => fault.field === field);
}

/** A cell: an input where it can be put right, text otherwise. */
export function RowCell({ row, field, handlers }: { row: ImportRow; field: ImportField; handlers: RowHandlers }) {
  const value = row.values[field];
  if (handlers.editable && isMendable(row, field))
    return <CellInput key={value} row={row} field={field} handlers={handlers} />;
  return (
    <Text size="sm" className="fw-tabular" style={{ overflowWrap: 'anywhere' }} maw={260}>
      {value}
    </Text>
  );
}

function CellInput({ row, field, handlers }: { row: ImportRow; field: ImportField; handlers: RowHandlers }) {
  const locale = useLocale();
  const { rows: text } = useImportText();
  const stored = row.values[field];
  const [value, setValue] = useState(stored);
  const fault = row.faults.find((one) => one.field === field);
  return (
    <TextInput
      size="sm"
      miw={120}
      value={value}
      error={fault ? rowFaultText(fault.code, locale) : undefined}
      disabled={handlers.saving === row.line}
      spellCheck={false}
      aria-label={text.cell(FIELD_WORDS[field].label[locale], row.line)}
      {...(field === 'cardBin' && { inputMode: 'numeric' as const })}
      onChange={(event) => setValue(event.currentTarget.value)}
      onBlur={() => value.trim() !== stored && handlers.onChange(row, field, value.trim())}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur();
        if (event.key === 'Escape') setValue(stored);
      }}
    />
  );
}
