import { type AlertRow, shortAmount } from '../alerts/index.ts';
import type { Context } from '../kernel/context.ts';
import { errorMessage } from '../kernel/error-messages.ts';
import { ERRORS, type ErrorCode } from '../kernel/errors.ts';
import { parseAmount } from '../kernel/money.ts';
import { inZone } from '../kernel/time.ts';
import { mailQueue } from '../notifications/index.ts';
import type { KnownRule } from '../rule-plans/index.ts';
import { tellMerchant } from '../telling/index.ts';

/** A rule reached its limit and stopped: the merchant's people answer until somebody switches it on again. */
export async function tellPaused(ctx: Context, { id, merchantId, name, version }: KnownRule): Promise<void> {
  await tellMerchant(mailQueue(ctx, ctx.db, ctx.emit), {
    merchantId,
    kind: 'rule.paused',
    key: `${id}:${version}`,
    alertRef: null,
    cardId: null,
    urgent: true,
    backups: true,
    facts: () => ({ rule: name, loginUrl: `${ctx.ports.publicUrl}/rules` }),
  });
}

/** A rule couldn't answer an alert, and there isn't much time left. */
export async function tellLeft(ctx: Context, rule: string, alert: AlertRow, error: string): Promise<void> {
  if (alert.merchantId === null) return;
  await tellMerchant(mailQueue(ctx, ctx.db, ctx.emit), {
    merchantId: alert.merchantId,
    kind: 'rule.left',
    key: String(alert.id),
    alertRef: alert.id,
    cardId: alert.cardId,
    urgent: true,
    backups: true,
    deadline: alert.deadline,
    facts: (locale, timeZone) => ({
      rule,
      alertId: alert.alertId,
      amount: shortAmount(parseAmount(alert.amount) ?? 0n, alert.currency),
      currency: alert.currency,
      failure: isErrorCode(error) ? errorMessage(error, locale) : error,
      deadline: inZone(alert.deadline, timeZone),
      loginUrl: `${ctx.ports.publicUrl}/alerts/${alert.id}`,
    }),
  });
}

function isErrorCode(text: string): text is ErrorCode {
  return Object.hasOwn(ERRORS, text);
}
