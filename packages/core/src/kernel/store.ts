import type { Db, Tx } from '@forewarn/db';
import { isDuplicateKey } from '@forewarn/db';
import { type Actor, actorName } from './actor.ts';
import type { Caller } from './context.ts';
import { type Effect, LANE_OF } from './effects.ts';

export interface AuditRow {
  action: string;
  targetType: string;
  targetId: string;
  result: string;
  detail: Record<string, unknown>;
  at: Date;
  /** Instead of the caller: who turned out to be acting. */
  actor?: Actor;
}

export async function insertAudit(db: Db | Tx, caller: Caller, row: AuditRow): Promise<void> {
  const actor = row.actor ?? caller.actor;
  await db
    .insertInto('auditLogs')
    .values({
      atTime: row.at,
      actorKind: actor.kind,
      actorId: actorId(actor),
      actorName: actorName(actor).slice(0, 100),
      action: row.action,
      targetType: row.targetType,
      targetId: row.targetId.slice(0, 64),
      result: row.result,
      detail: JSON.stringify(row.detail),
      ip: caller.ip,
      userAgent: caller.userAgent.slice(0, 300),
      requestId: caller.requestId,
    })
    .execute();
}

function actorId(actor: Actor): number | null {
  return actor.kind === 'merchant' || actor.kind === 'staff' ? actor.id : null;
}

/**
 * Writes outbox rows. The fast path is one statement; when a key is known already (the same effect
 * announced twice) each row goes alone and the known ones are left as they are.
 */
export async function insertEffects(db: Db | Tx, effects: readonly Effect[], now: Date): Promise<void> {
  if (effects.length === 0) return;
  const rows = effects.map((effect) => ({
    lane: LANE_OF[effect.topic],
    topic: effect.topic,
    effectKey: effect.key,
    payload: JSON.stringify(effect.payload),
    nextTime: effect.at ?? now,
    deadline: effect.deadline ?? null,
    createdTime: now,
  }));
  try {
    await db.insertInto('outbox').values(rows).execute();
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    for (const row of rows) {
      try {
        await db.insertInto('outbox').values(row).execute();
      } catch (single) {
        if (!isDuplicateKey(single)) throw single;
      }
    }
  }
}

export interface IdempotencyClaim {
  scope: string;
  key: string;
  operation: string;
  inputSha256: Buffer;
  now: Date;
}

/**
 * Writes the key's row, or returns the one that is there. An insert of the same key by an open transaction is waited for,
 * so that the row returned is always finished.
 */
export async function claimIdempotencyKey(db: Db | Tx, claim: IdempotencyClaim) {
  const key = Buffer.from(claim.key, 'ascii');
  try {
    await db
      .insertInto('idempotencyKeys')
      .values({
        scope: claim.scope,
        idempotencyKey: key,
        operation: claim.operation,
        inputSha256: claim.inputSha256,
        outputEnc: Buffer.alloc(0),
        createdTime: claim.now,
      })
      .execute();
    return undefined;
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
  }
  return db
    .selectFrom('idempotencyKeys')
    .select(['operation', 'inputSha256', 'outputEnc'])
    .where('scope', '=', claim.scope)
    .where('idempotencyKey', '=', key)
    .executeTakeFirstOrThrow();
}

export async function storeIdempotentOutput(db: Db | Tx, scope: string, key: string, outputEnc: Buffer): Promise<void> {
  await db
    .updateTable('idempotencyKeys')
    .set({ outputEnc })
    .where('scope', '=', scope)
    .where('idempotencyKey', '=', Buffer.from(key, 'ascii'))
    .execute();
}

/** Forgets answers kept for idempotency keys after a week, a batch at a time; answers how many. */
export async function purgeIdempotencyKeys(db: Db, before: Date): Promise<number> {
  const result = await db
    .deleteFrom('idempotencyKeys')
    .where('createdTime', '<', before)
    .limit(1000)
    .executeTakeFirst();
  return Number(result.numDeletedRows);
}
