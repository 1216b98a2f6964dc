import { type KnownCard, keyText } from '../cards/index.ts';
import { CardInput } from '../cards/model.ts';
import { type RowFault, rowFaults } from './faults.ts';
import type { RowVerdict } from './model.ts';
import type { RowValues } from './values.ts';

export interface Judgement {
  verdict: RowVerdict;
  faults: RowFault[];
  /** DUPLICATE: the earlier line; EXISTS and REOPEN: the card. */
  other: number | null;
}

/** By the schema of the form itself: the same words pass here and there. */
export function parseRow(values: RowValues) {
  return CardInput.safeParse({ ...values, program: values.program.toUpperCase() || undefined });
}

interface Line {
  line: number;
  values: RowValues;
}

/** What becomes of each line, in the order of the file; `known`: the merchant's cards by key. */
export function judgeRows(lines: readonly Line[], known: ReadonlyMap<string, KnownCard>): Judgement[] {
  const first = new Map<string, number>();
  return lines.map(({ line, values }): Judgement => {
    const parsed = parseRow(values);
    if (!parsed.success) return { verdict: 'ERROR', faults: rowFaults(parsed.error, values), other: null };
    const key = keyText(parsed.data);
    const earlier = first.get(key);
    if (earlier !== undefined) return { verdict: 'DUPLICATE', faults: [], other: earlier };
    first.set(key, line);
    const card = known.get(key);
    if (!card) return { verdict: 'READY', faults: [], other: null };
    return { verdict: card.status === 'CLOSED' ? 'REOPEN' : 'EXISTS', faults: [], other: card.id };
  });
}
