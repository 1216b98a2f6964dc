import { FIELD_WORDS, foldHeader, IMPORT_FIELDS, type ImportField } from './fields.ts';

/** Which column (from 0) each field is read from; null: none. */
export type Mapping = Record<ImportField, number | null>;

/** How many lines are looked at where the headers say nothing. */
const LOOK = 20;

export const NO_MAPPING: Mapping = eachField(() => null);

export function eachField<T>(make: (field: ImportField) => T): Record<ImportField, T> {
  return Object.fromEntries(IMPORT_FIELDS.map((field) => [field, make(field)])) as Record<ImportField, T>;
}

/** Whether the first line names the columns: then there is no BIN and no address among its cells. */
export function isHeader(cells: readonly string[]): boolean {
  return !cells.some((cell) => isBin(cell) || cell.includes('@'));
}

/** The columns by their headers, and where those say nothing by what stands in them; no column is taken twice. */
export function guessMapping(headers: readonly string[], lines: readonly (readonly string[])[]): Mapping {
  const mapping: Mapping = { ...NO_MAPPING };
  const taken = new Set<number>();
  const take = (field: ImportField, column: number) => {
    if (column < 0 || mapping[field] !== null) return;
    mapping[field] = column;
    taken.add(column);
  };
  const folded = headers.map(foldHeader);
  for (const field of IMPORT_FIELDS) {
    const { label, synonyms } = FIELD_WORDS[field];
    const words = new Set([...Object.values(label).map(foldHeader), ...synonyms, field.toLowerCase()]);
    take(
      field,
      folded.findIndex((header, column) => !taken.has(column) && words.has(header)),
    );
  }
  const free = (looks: (cell: string) => boolean) =>
    headers.findIndex((_, column) => !taken.has(column) && mostly(lines.slice(0, LOOK), column, looks));
  take('cardBin', free(isBin));
  take(
    'notifyEmail',
    free((cell) => /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(cell)),
  );
  take(
    'descriptor',
    free((cell) => /\p{L}/u.test(cell)),
  );
  return mapping;
}

function isBin(cell: string): boolean {
  return /^\d{6,8}$/.test(cell.trim());
}

function mostly(lines: readonly (readonly string[])[], column: number, looks: (cell: string) => boolean): boolean {
  const filled = lines.map((cells) => cells[column] ?? '').filter((cell) => cell !== '');
  return filled.length > 0 && filled.filter(looks).length * 2 > filled.length;
}
