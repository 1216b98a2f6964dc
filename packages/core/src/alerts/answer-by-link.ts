import { AppError, appError } from '../kernel/errors.ts';
import { command } from '../kernel/operation.ts';
import { iso } from '../kernel/time.ts';
import { closeAnswerLink } from '../notifications/index.ts';
import { answerAlert } from './answer-alert.ts';
import { openAnswerLink } from './answer-link.ts';
import { QuickAnswered, QuickAnswerInput } from './model.ts';

/**
 * Answers an alert by the link of its mail, once, without signing in. The answer counts as that of the person whose address the mail went
 * to; where nobody has it, as that of the link. Errors: those of {@link openAnswerLink} and of answering.
 */
export const answerByLink = command('alerts.quickAnswer', {
  permission: 'public',
  summary: 'Answers an alert by the link in its mail, once.',
  input: QuickAnswerInput,
  output: QuickAnswered,
  secret: ['token'],
  rate: 'login',
}).run(async (ctx, { token, ...answer }) => {
  const { alert, actor } = await openAnswerLink(ctx, token, true);
  await answerAlert({ ...ctx, actor }, alert, { id: alert.id, ...answer }).catch(withoutRefunds);
  await closeAnswerLink(ctx.db, token, ctx.now());
  ctx.audit({ actor, detail: { by: 'mail-link' } });
  return {
    alertId: alert.alertId,
    action: answer.action,
    refundAmount: answer.refundAmount ?? null,
    currency: alert.currency,
    answeredTime: iso(ctx.now()),
  };
});

/** A link tells nothing that isn't in its mail: of an earlier refund that there was one, not of which alert. */
function withoutRefunds(error: unknown): never {
  throw error instanceof AppError && error.code === 'ALERT_REFUNDED_BEFORE' ? appError('ALERT_REFUNDED_BEFORE') : error;
}
