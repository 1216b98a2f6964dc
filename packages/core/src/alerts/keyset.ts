import type { AlertListInput } from './model.ts';

type Sort = AlertListInput['sort'];

export interface KeysetRow {
  id: number;
  alertTime: Date;
  deadline: Date;
  urgencyTime: Date | null;
  amount: string;
  riskRank: number | null;
}

/** The columns a sort goes by; the last, the number, makes the order total. Risk: the newest first within a level. */
export const SORT_KEYS = {
  urgency: ['a.urgencyTime', 'a.id'],
  alertTime: ['a.alertTime', 'a.id'],
  deadline: ['a.deadline', 'a.id'],
  amount: ['a.amount', 'a.id'],
  riskLevel: ['a.riskRank', 'a.alertTime', 'a.id'],
} as const satisfies Record<Sort, readonly string[]>;

const TIMES: ReadonlySet<string> = new Set(['a.urgencyTime', 'a.alertTime', 'a.deadline']);

export type KeyValue = string | number | Date;

/** Where the next page begins: the sort it belongs to and its last row's values, opaque to callers. */
export function writeCursor(sort: Sort, row: KeysetRow): string {
  const values = {
    urgency: [row.urgencyTime?.getTime() ?? 0, row.id],
    alertTime: [row.alertTime.getTime(), row.id],
    deadline: [row.deadline.getTime(), row.id],
    amount: [row.amount, row.id],
    riskLevel: [row.riskRank, row.alertTime.getTime(), row.id],
  }[sort];
  return Buffer.from(JSON.stringify([sort, ...values])).toString('base64url');
}

/** The values a cursor stands for; undefined when it isn't one of this sort. */
export function readCursor(text: string, sort: Sort): KeyValue[] | undefined {
  try {
    const [of, ...values] = JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as unknown[];
    const keys = SORT_KEYS[sort];
    if (of !== sort || values.length !== keys.length) return undefined;
    return values.map((value, index) => {
      if (TIMES.has(keys[index] ?? '')) return new Date(Number(value));
      return typeof value === 'number' ? value : String(value);
    });
  } catch {
    return undefined;
  }
}
