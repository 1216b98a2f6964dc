import { forgetSession, openSessionsOf } from '../accounts/index.ts';
import { command } from '../kernel/operation.ts';
import { changeStatus } from './change-status.ts';
import { StatusChange, StatusChanged } from './model.ts';
import { mailStatus } from './status-mail.ts';
import { userIdsOf } from './status-store.ts';

/**
 * the merchant keeps looking; what it could change or answer is refused, new alerts are held. Alerts that
 * wait for its answer stay with it: staff may answer them in its place.
 */
export const suspendMerchant = command('merchants.suspend', {
  permission: 'merchant:status',
  summary: 'Suspends a merchant: it may look, not change or answer; alerts that come are held.',
  input: StatusChange,
  output: StatusChanged,
}).run(async (ctx, { id, reason }) => {
  const merchant = await changeStatus(ctx, id, 'suspend', reason);
  await mailStatus(ctx, merchant, 'merchant.suspended');
  for (const session of await openSessionsOf(ctx, 'merchant', await userIdsOf(ctx, id), ctx.now()))
    ctx.afterCommit(() => forgetSession(ctx, session));
  return { id, status: merchant.status, cardsClosed: 0, alertsReleased: 0, sessionsEnded: 0 };
});
