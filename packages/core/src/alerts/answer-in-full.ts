import { z } from 'zod';
import { appError } from '../kernel/errors.ts';
import { amountToNumber, parseAmount } from '../kernel/money.ts';
import { command } from '../kernel/operation.ts';
import { answerAlert } from './answer-alert.ts';
import { lockAlert } from './intake-store.ts';
import { givenBy } from './on-behalf.ts';
import { ProcessInput } from './on-behalf-model.ts';
import { findAlertRef } from './store.ts';

/**
 * One alert of a batch: a refund is of its full amount, which is known only under the lock. Goes by the name of answering in the
 * audit log, because that is what it is. Errors: as `alerts.process` has.
 */
export const answerInFull = command('alerts.process', {
  permission: 'alert:process',
  input: ProcessInput.pick({ id: true, action: true, reason: true, comments: true, onBehalfReason: true }),
  output: z.object({ id: z.number().int() }),
  summary: 'Answer an alert of a batch; a refund is of its full amount.',
}).run(async (ctx, input) => {
  const alertRef = await findAlertRef(ctx, input.id);
  const alert = alertRef === undefined ? undefined : await lockAlert(ctx.db, alertRef);
  if (!alert) throw appError('ALERT_NOT_FOUND');
  const refundAmount = input.action === 'REFUND' ? amountToNumber(parseAmount(alert.amount) ?? 0n) : null;
  await answerAlert(ctx, alert, givenBy(ctx, { ...input, refundAmount }));
  ctx.audit({ detail: { batch: true } });
  return { id: alert.id };
});
