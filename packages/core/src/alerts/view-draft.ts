import { actorNames } from '../accounts/index.ts';
import { actorRef } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { draftOf, draftPlace } from './draft-store.ts';
import type { AlertRow } from './intake-store.ts';
import { type AnswerDraft, DraftContent } from './model.ts';

/** What the reader's merchant has typed for an alert that waits for its answer; staff don't look over its shoulder. */
export async function viewDraft(
  ctx: Context,
  alert: Pick<AlertRow, 'id' | 'processStatus'>,
): Promise<AnswerDraft | null> {
  if (ctx.actor.kind !== 'merchant' || alert.processStatus !== 'PENDING') return null;
  const { merchantId } = ctx.actor;
  const row = await draftOf(ctx.db, alert.id, merchantId);
  if (!row) return null;
  const sealed = ctx.ports.cipher.open(row.contentEnc, draftPlace(alert.id, merchantId));
  const names = await actorNames(ctx, [row.savedBy]);
  return {
    ...DraftContent.parse(JSON.parse(sealed.toString('utf8'))),
    version: row.version,
    savedTime: row.savedTime.toISOString(),
    savedBy: names.get(row.savedBy) ?? '',
    own: row.savedBy === actorRef(ctx.actor),
  };
}
