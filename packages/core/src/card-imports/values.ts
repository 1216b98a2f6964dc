import { FIELD_WORDS, type ImportField } from './fields.ts';
import { eachField, type Mapping } from './mapping.ts';

/** A line of the file and what was put right in it by hand. */
export interface RowContent {
  cells: string[];
  fixes: Partial<Record<ImportField, string>>;
}
export type RowValues = Record<ImportField, string>;

/** What a line says of each field; `defaultEmail` where it names no address. */
export function valuesOf({ cells, fixes }: RowContent, mapping: Mapping, defaultEmail: string): RowValues {
  const values = eachField((field) => {
    const column = mapping[field];
    return fixes[field] ?? (column === null ? '' : (cells[column] ?? '')).trim();
  });
  return { ...values, notifyEmail: values.notifyEmail || defaultEmail };
}

/** The template's own line, which nobody means to import. */
export function isExample(cells: readonly string[]): boolean {
  return cells[0] === FIELD_WORDS.descriptor.example && cells[1] === FIELD_WORDS.cardBin.example;
}
