import { endSessions } from '../accounts/index.ts';
import { closeCards } from '../cards/index.ts';
import { command } from '../kernel/operation.ts';
import { changeStatus } from './change-status.ts';
import { StatusChange, StatusChanged } from './model.ts';
import { mailStatus } from './status-mail.ts';
import { userIdsOf } from './status-store.ts';

/**
 * for good: nobody of the merchant gets in any more, its cards are closed here and upstream, alerts that still
 * come are held. Alerts that wait for an answer stay with it and staff may answer them.
 */
export const closeMerchant = command('merchants.close', {
  permission: 'merchant:status',
  summary: 'Closes a merchant for good: its people are signed out, its cards closed, alerts that still come are held.',
  input: StatusChange,
  output: StatusChanged,
}).run(async (ctx, { id, reason }) => {
  const merchant = await changeStatus(ctx, id, 'close', reason);
  const cardsClosed = await closeCards(ctx, id);
  const sessionsEnded = await endSessions(ctx, 'merchant', await userIdsOf(ctx, id), 'MERCHANT_CLOSED');
  await mailStatus(ctx, merchant, 'merchant.closed');
  ctx.audit({ detail: { cardsClosed, sessionsEnded } });
  return { id, status: merchant.status, cardsClosed, alertsReleased: 0, sessionsEnded };
});
