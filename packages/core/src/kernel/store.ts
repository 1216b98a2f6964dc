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
}

export async function insertAudit(db: Db | Tx, caller: Caller, row: AuditRow): Promise<void> {
  await db
    .insertInto('auditLogs')
    .values({
      atTime: row.at,
      actorKind: caller.actor.kind,
      actorId: actorId(caller.actor),
      actorName: actorName(caller.actor).slice(0, 100),
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
