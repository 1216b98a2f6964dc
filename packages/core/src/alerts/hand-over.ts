import { activeColleagues } from '../accounts/index.ts';
import { actorName, actorRef } from '../kernel/actor.ts';
import { changed } from '../kernel/changed.ts';
import { appError } from '../kernel/errors.ts';
import { command } from '../kernel/operation.ts';
import { mailQueue } from '../notifications/index.ts';
import { tellColleagues } from '../telling/index.ts';
import { insertEvents, lockAlert, updateAlert } from './intake-store.ts';
import { AlertDetail, HandOverInput } from './model.ts';
import { ownAlert, ownAlertFacts } from './own-alert.ts';
import { viewAlert } from './view-alert.ts';

/**
 * Puts one of the merchant's people in charge of an alert, or nobody; who gets it is told by mail and in the inbox. Giving it to who has it
 * changes nothing. Errors: `ALERT_NOT_FOUND` (staff have no colleagues there), `COLLEAGUE_NOT_FOUND`.
 */
export const handOverAlert = command('alerts.handOver', {
  permission: 'note:write',
  summary: 'Puts one of the merchant’s people in charge of an alert, or nobody.',
  input: HandOverInput,
  output: AlertDetail,
}).run(async (ctx, { id, userId }) => {
  if (ctx.actor.kind !== 'merchant') throw appError('ALERT_NOT_FOUND');
  const { merchantId } = ctx.actor;
  const own = await ownAlert(ctx, id);
  const people = await activeColleagues(ctx, merchantId);
  const person = people.find((one) => one.id === userId);
  if (userId !== null && !person) throw appError('COLLEAGUE_NOT_FOUND', { field: 'userId' });
  const alert = await lockAlert(ctx.db, own.id);
  if (!alert || alert.merchantId !== merchantId) throw appError('ALERT_NOT_FOUND');
  ctx.audit({ targetType: 'alert', targetId: id, ...changed(alert, { assignedTo: userId }) });
  if (alert.assignedTo === userId) return viewAlert(ctx, id);

  const now = ctx.now();
  await updateAlert(ctx.db, id, { assignedTo: userId }, now);
  const actor = actorRef(ctx.actor);
  await insertEvents(ctx.db, [
    { alertRef: id, kind: 'HANDED_OVER', actor, at: now, data: userId === null ? {} : { to: `merchant:${userId}` } },
  ]);
  if (person && person.id !== ctx.actor.id)
    await tellColleagues(mailQueue(ctx, ctx.db, ctx.emit), {
      merchantId,
      userIds: [person.id],
      kind: 'alert.handed',
      // Given back and again is told again.
      key: `alert-${id}-${alert.version}`,
      alertRef: id,
      facts: (_locale, timeZone) => ({ by: actorName(ctx.actor), ...ownAlertFacts(ctx, own, timeZone) }),
    });
  return viewAlert(ctx, id);
});
