import { columnChoice } from '@forewarn/ui/lists';
import { recall, remember } from '@forewarn/ui/memory';
import { useState } from 'react';
import { useUser } from '../../app/use-session.ts';

/** What a list of alerts can show, in this order. Card and time stand below the descriptor and the number unless they have columns. */
const COLUMNS = [
  'deadline',
  'alert',
  'alertTime',
  'merchant',
  'assignee',
  'descriptor',
  'card',
  'brand',
  'transactionId',
  'amount',
  'currency',
  'risk',
  'program',
  'status',
  'feedback',
  'processTime',
] as const;
export type ColumnKey = (typeof COLUMNS)[number];

export const CHOICE = columnChoice(
  COLUMNS,
  ['deadline', 'alert', 'merchant', 'descriptor', 'amount', 'risk', 'status'],
  'alert',
);

/** The columns that this person has chosen on this computer; several people may share one. */
export function useColumnChoice() {
  const place = `forewarn.alertColumns.${useUser()?.id ?? 0}`;
  const [chosen, setChosen] = useState(() => CHOICE.read(recall(place)));
  const choose = (columns: readonly ColumnKey[]) => {
    const text = CHOICE.write(columns);
    remember(place, text);
    setChosen(CHOICE.read(text));
  };
  return [chosen, choose] as const;
}
