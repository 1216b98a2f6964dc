import { forgetSession, openSessionsOf } from '../accounts/index.ts';
import { releaseHeld } from '../alerts/index.ts';
import { command } from '../kernel/operation.ts';
import { changeStatus } from './change-status.ts';
import { StatusChange, StatusChanged } from './model.ts';
import { mailStatus } from './status-mail.ts';
import { userIdsOf } from './status-store.ts';

/** as before the suspension; the alerts held since then go to the merchant, with a mail each. */
export const restoreMerchant = command('merchants.restore', {
  permission: 'merchant:status',
  summary: 'Restores a suspended merchant and gives it the alerts that were held meanwhile.',
  input: StatusChange,
  output: StatusChanged,
}).run(async (ctx, { id, reason }) => {
  const merchant = await changeStatus(ctx, id, 'restore', reason);
  const alertsReleased = await releaseHeld(ctx, id);
  await mailStatus(ctx, merchant, 'merchant.restored');
  for (const session of await openSessionsOf(ctx, 'merchant', await userIdsOf(ctx, id), ctx.now()))
    ctx.afterCommit(() => forgetSession(ctx, session));
  ctx.audit({ detail: { alertsReleased } });
  return { id, status: merchant.status, cardsClosed: 0, alertsReleased, sessionsEnded: 0 };
});
