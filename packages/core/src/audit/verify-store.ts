import type { Executor } from '../kernel/context.ts';
import type { AuditRecord } from './canonical.ts';
import { AUDIT_COLUMNS } from './chain-store.ts';

export interface StoredLink {
  seq: number;
  auditId: number;
  prevHash: Buffer;
  hash: Buffer;
  keyId: string;
}

export function linksAfter(db: Executor, seq: number, untilSeq: number, limit: number): Promise<StoredLink[]> {
  return db
    .selectFrom('auditChain')
    .select(['seq', 'auditId', 'prevHash', 'hash', 'keyId'])
    .where('seq', '>', seq)
    .where('seq', '<=', untilSeq)
    .orderBy('seq')
    .limit(limit)
    .execute();
}

export async function recordsOf(db: Executor, links: readonly StoredLink[]): Promise<Map<number, AuditRecord>> {
  if (links.length === 0) return new Map();
  const rows = await db
    .selectFrom('auditLogs as a')
    .select(AUDIT_COLUMNS)
    .where(
      'a.id',
      'in',
      links.map((link) => link.auditId),
    )
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

export function linkAt(db: Executor, seq: number) {
  return db
    .selectFrom('auditChain as c')
    .leftJoin('auditLogs as a', 'a.id', 'c.auditId')
    .select(['c.seq', 'c.hash', 'a.atTime'])
    .where('c.seq', '=', seq)
    .executeTakeFirst();
}

/** The hashes at those places; what isn't there is left out. */
export async function hashesAt(db: Executor, seqs: readonly number[]): Promise<Map<number, Buffer>> {
  if (seqs.length === 0) return new Map();
  const rows = await db
    .selectFrom('auditChain')
    .select(['seq', 'hash'])
    .where('seq', 'in', [...seqs])
    .execute();
  return new Map(rows.map((row) => [row.seq, row.hash]));
}

/** Rows outside the chain: how many up to that number, and how many behind it; the first of each. */
export async function unchained(db: Executor, untilId: number) {
  const rows = () =>
    db.selectFrom('auditLogs as a').leftJoin('auditChain as c', 'c.auditId', 'a.id').where('c.seq', 'is', null);
  const figures = (side: ReturnType<typeof rows>) =>
    side
      .select((eb) => [
        eb.fn.countAll<number>().as('count'),
        eb.fn.min('a.id').as('firstId'),
        eb.fn.min('a.atTime').as('firstTime'),
      ])
      .executeTakeFirstOrThrow();
  const [old, waiting] = await Promise.all([
    figures(rows().where('a.id', '<=', untilId)),
    figures(rows().where('a.id', '>', untilId)),
  ]);
  return { old: { ...old, count: Number(old.count) }, waiting: { ...waiting, count: Number(waiting.count) } };
}
