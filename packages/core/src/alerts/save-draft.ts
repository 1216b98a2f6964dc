import { actorNames } from '../accounts/index.ts';
import { actorRef } from '../kernel/actor.ts';
import { commit } from '../kernel/commit.ts';
import type { Context, Executor } from '../kernel/context.ts';
import { appError } from '../kernel/errors.ts';
import { parseAmount } from '../kernel/money.ts';
import { effect } from '../kernel/operation.ts';
import { refuseAnswer } from './answer-rules.ts';
import { deleteDrafts, draftOf, draftPlace, writeDraft } from './draft-store.ts';
import { type AlertRow, lockAlert } from './intake-store.ts';
import { DraftContent, SaveDraftInput, SavedDraft } from './model.ts';
import { findAlertRef } from './store.ts';

/**
 * Keeps what is typed for an alert, so that it can be continued on another device or by a colleague. Of two devices the later one wins and
 * is told whose words it has replaced. An empty form keeps nothing. An `effect`, because a saving each second isn't worth an audit row.
 * Errors: `ALERT_NOT_FOUND`, as answering has, `FORBIDDEN` for staff.
 */
export const saveAnswerDraft = effect('alerts.saveDraft', {
  permission: 'alert:process',
  input: SaveDraftInput,
  output: SavedDraft,
  summary: 'Keep what is typed for an answer; of two devices the later one wins.',
}).run(async (ctx, { id, basedOn, ...typed }) => {
  if (ctx.actor.kind !== 'merchant') throw appError('FORBIDDEN');
  const { merchantId } = ctx.actor;
  const content = DraftContent.parse(typed);
  const now = ctx.now();
  const { version, former } = await commit(ctx, async (tx) => {
    const alert = await answerable({ ...ctx, db: tx }, tx, id);
    const kept = await draftOf(tx, alert.id, merchantId);
    if (isEmpty(content)) {
      await deleteDrafts(tx, alert.id);
      return { version: 0, former: undefined };
    }
    const next = (kept?.version ?? 0) + 1;
    await writeDraft(tx, {
      alertRef: alert.id,
      merchantId,
      version: next,
      contentEnc: ctx.ports.cipher.seal(JSON.stringify(content), draftPlace(alert.id, merchantId)),
      savedBy: actorRef(ctx.actor),
      savedTime: now,
    });
    return { version: next, former: kept && kept.version !== basedOn ? kept : undefined };
  });
  const savedBy = former && (await actorNames(ctx, [former.savedBy])).get(former.savedBy);
  const replaced = former
    ? {
        savedBy: savedBy ?? '',
        own: former.savedBy === actorRef(ctx.actor),
        savedTime: former.savedTime.toISOString(),
      }
    : null;
  return { version, savedTime: now.toISOString(), replaced };
});

async function answerable(ctx: Context, tx: Executor, id: number): Promise<AlertRow> {
  const alertRef = await findAlertRef(ctx, id);
  const alert = alertRef === undefined ? undefined : await lockAlert(tx, alertRef);
  if (!alert) throw appError('ALERT_NOT_FOUND');
  const refusal = refuseAnswer({ ...alert, amount: parseAmount(alert.amount) ?? 0n });
  if (refusal) throw appError(refusal);
  return alert;
}

/** A chosen action alone is worth keeping; nothing but blanks isn't. */
function isEmpty(content: DraftContent): boolean {
  return Object.values(content).every((text) => text.trim() === '');
}
