import { recall, remember } from '../../app/preferences/remembered.ts';

/** A-126…A-129 and what helps to decide, in the order they are shown. The descriptor is the row's link and always there. */
export const COLUMNS = [
  'deadline',
  'amount',
  'currency',
  'descriptor',
  'alertId',
  'transactionId',
  'card',
  'brand',
  'risk',
  'program',
  'status',
  'feedback',
  'processTime',
  'assignee',
  'alertTime',
] as const;
export type ColumnKey = (typeof COLUMNS)[number];

export const DEFAULT_COLUMNS: readonly ColumnKey[] = [
  'deadline',
  'amount',
  'descriptor',
  'transactionId',
  'card',
  'risk',
  'status',
  'alertTime',
];

/** `amount,card` as columns in their fixed order; what isn't known any more is left out, and nothing at all means the default. */
export function readColumns(text: string | null | undefined): readonly ColumnKey[] {
  const named = new Set((text ?? '').split(','));
  const known = COLUMNS.filter((column) => named.has(column));
  return known.length === 0 ? DEFAULT_COLUMNS : COLUMNS.filter((key) => key === 'descriptor' || named.has(key));
}

export function writeColumns(columns: Iterable<ColumnKey>): string {
  const chosen = new Set(columns);
  return COLUMNS.filter((column) => chosen.has(column)).join(',');
}

const PLACE = 'forewarn.alertColumns';
export const rememberedColumns = () => readColumns(recall(PLACE));
export const rememberColumns = (columns: readonly ColumnKey[]) => remember(PLACE, writeColumns(columns));
