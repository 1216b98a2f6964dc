import type { Context } from '../kernel/context.ts';
import { appError } from '../kernel/errors.ts';
import { parseAmount } from '../kernel/money.ts';
import { inZone } from '../kernel/time.ts';
import { shortAmount } from './notify.ts';
import { scopedAlerts } from './store.ts';

/** What is said of an alert where its people talk about it. */
export type OwnAlert = Awaited<ReturnType<typeof ownAlert>>;

/** An alert the actor may see. Errors: `ALERT_NOT_FOUND`. */
export async function ownAlert(ctx: Context, id: number) {
  const row = await scopedAlerts(ctx)
    .select(['a.id', 'a.alertId', 'a.merchantId', 'a.amount', 'a.currency', 'a.deadline'])
    .where('a.id', '=', id)
    .executeTakeFirst();
  if (!row) throw appError('ALERT_NOT_FOUND');
  return row;
}

/** The same in a mail: which alert, how much, until when, and where. */
export function ownAlertFacts(
  { ports }: Pick<Context, 'ports'>,
  { id, alertId, amount, currency, deadline }: OwnAlert,
  timeZone: string,
): Record<string, string> {
  return {
    alertId,
    amount: shortAmount(parseAmount(amount) ?? 0n, currency),
    currency,
    deadline: inZone(deadline, timeZone),
    loginUrl: `${ports.publicUrl}/alerts/${id}`,
  };
}
