import { columnChoice } from '@forewarn/ui/lists';
import { recall, remember } from '@forewarn/ui/memory';

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

export const CHOICE = columnChoice(COLUMNS, DEFAULT_COLUMNS, 'descriptor');
export const { read: readColumns, write: writeColumns } = CHOICE;

const PLACE = 'forewarn.alertColumns';
export const rememberedColumns = () => readColumns(recall(PLACE));
export const rememberColumns = (columns: readonly ColumnKey[]) => remember(PLACE, writeColumns(columns));
