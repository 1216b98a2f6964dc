import type { Executor } from '../kernel/context.ts';
import { GENESIS, type Head } from './link.ts';

export const AUDIT_COLUMNS = [
  'a.id',
  'a.atTime',
  'a.actorKind',
  'a.actorId',
  'a.actorName',
  'a.action',
  'a.targetType',
  'a.targetId',
  'a.result',
  'a.detail',
  'a.ip',
  'a.userAgent',
  'a.requestId',
] as const;

/** `chain`: what is new; `late`: what was committed after its successors; `checkpoint`; `verify`. */
export type Duty = 'chain' | 'late' | 'checkpoint' | 'verify';

/** The duty's row, held until the transaction ends; undefined while another worker has it or before its time. */
export function holdDuty(db: Executor, name: Duty, now: Date) {
  return db
    .selectFrom('auditDuties')
    .select('nextTime')
    .where('name', '=', name)
    .where('nextTime', '<=', now)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
}

export async function nextDuty(db: Executor, name: Duty, nextTime: Date): Promise<void> {
  await db.updateTable('auditDuties').set({ nextTime }).where('name', '=', name).execute();
}

export async function chainHead(db: Executor): Promise<Head> {
  const last = await db
    .selectFrom('auditChain')
    .select(['seq', 'hash'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last ?? GENESIS;
}

export async function lastChainedId(db: Executor): Promise<number> {
  const { last } = await db
    .selectFrom('auditChain')
    .select((eb) => eb.fn.max('auditId').as('last'))
    .executeTakeFirstOrThrow();
  return Number(last ?? 0);
}

/** Rows behind the last one chained, in order of their numbers. */
export function newRows(db: Executor, afterId: number, limit: number) {
  return db
    .selectFrom('auditLogs as a')
    .select(AUDIT_COLUMNS)
    .where('a.id', '>', afterId)
    .orderBy('a.id')
    .limit(limit)
    .execute();
}

/** The number below which everything was chained by then, or never will be: what the last link of that time stands for. */
export async function chainedBy(db: Executor, time: Date): Promise<number> {
  const link = await db
    .selectFrom('auditChain')
    .select('auditId')
    .where('chainedTime', '<', time)
    .orderBy('chainedTime', 'desc')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return link?.auditId ?? 0;
}

/** Rows between two numbers that aren't chained: committed after their successors, or put there later. */
export function unchainedRows(db: Executor, afterId: number, untilId: number, limit: number) {
  return db
    .selectFrom('auditLogs as a')
    .leftJoin('auditChain as c', 'c.auditId', 'a.id')
    .select(AUDIT_COLUMNS)
    .where('a.id', '>', afterId)
    .where('a.id', '<=', untilId)
    .where('c.seq', 'is', null)
    .orderBy('a.id')
    .limit(limit)
    .execute();
}

export interface NewLink {
  seq: number;
  auditId: number;
  prevHash: Buffer;
  hash: Buffer;
  keyId: string;
  chainedTime: Date;
}

export async function insertLinks(db: Executor, links: readonly NewLink[]): Promise<void> {
  if (links.length > 0)
    await db
      .insertInto('auditChain')
      .values([...links])
      .execute();
}
