import { amountToNumber, parseAmount } from '../kernel/money.ts';
import { effect } from '../kernel/operation.ts';
import { iso } from '../kernel/time.ts';
import { openAnswerLink } from './answer-link.ts';
import { AnswerToken, QuickAlert } from './model.ts';

/**
 * What the page behind a mail's answer link shows. Changes nothing: programs that open every link of a mail come here too. An `effect`, and
 * so a POST, because the token must not stand in an address that servers log. Errors: those of {@link openAnswerLink}.
 */
export const readAnswerLink = effect('alerts.quickView', {
  permission: 'public',
  summary: 'Shows the alert a mailed answer link is for; uses nothing up.',
  input: AnswerToken,
  output: QuickAlert,
  secret: ['token'],
  rate: 'login',
}).run(async (ctx, { token }) => {
  const { alert, wishes } = await openAnswerLink(ctx, token, false);
  return {
    id: alert.id,
    alertId: alert.alertId,
    companyName: wishes.companyName,
    amount: amountToNumber(parseAmount(alert.amount) ?? 0n),
    currency: alert.currency,
    alertTime: iso(alert.alertTime),
    deadline: iso(alert.deadline),
    riskLevel: alert.riskLevel,
    descriptor: alert.descriptor,
    cardLast4: alert.cardLast4,
    timeZone: wishes.timeZone,
  };
});
