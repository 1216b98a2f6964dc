import { appError } from '../kernel/errors.ts';
import { command } from '../kernel/operation.ts';
import { rememberReason } from '../snippets/index.ts';
import { answerAlert } from './answer-alert.ts';
import { lockAlert } from './intake-store.ts';
import { AlertDetail } from './model.ts';
import { givenBy } from './on-behalf.ts';
import { ProcessInput } from './on-behalf-model.ts';
import { findAlertRef } from './store.ts';
import { viewAlert } from './view-alert.ts';

/** answers an alert, once. Errors: `ALERT_NOT_FOUND` and those of {@link answerAlert}. */
export const processAlert = command('alerts.process', {
  permission: 'alert:process',
  input: ProcessInput,
  output: AlertDetail,
  summary: 'Answer an alert: confirm, refund, dispute, mark as fraud, ignore, or say why it is not valid.',
}).run(async (ctx, input) => {
  const alertRef = await findAlertRef(ctx, input.id);
  const alert = alertRef === undefined ? undefined : await lockAlert(ctx.db, alertRef);
  if (!alert) throw appError('ALERT_NOT_FOUND');
  await answerAlert(ctx, alert, givenBy(ctx, input));
  if (ctx.actor.kind === 'merchant') await rememberReason(ctx, ctx.actor.merchantId, input);
  return viewAlert(ctx, alert.id);
});
