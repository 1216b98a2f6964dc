import type { EffectHandler } from '../effects/index.ts';
import type { EffectPayloads } from '../kernel/effects.ts';
import { parseAmount } from '../kernel/money.ts';
import { announceDue, type MerchantMessage, mailQueue, preferencesOf } from '../notifications/index.ts';
import { type PlannedAnswer, planAnswers } from '../rule-plans/index.ts';
import { tellMerchant } from '../telling/index.ts';
import { type AlertRow, lockAlert } from './intake-store.ts';
import { alertFacts } from './notify.ts';
import { REMINDER_STEPS, scheduleReminder, stepTime } from './reminder-steps.ts';

/**
 * One step of the reminder ladder. Whether there is anything to remind of is asked here, with the alert locked, and once more when the mail
 * leaves. `HALF` goes to the main address, the later ones to the backups too, the operator hears of the last. Each step plans the next, so that an alert has one reminder under way and never more.
 */
export const remindAlert: EffectHandler<'alert.remind'> = async (core, { payload }) => ({
  outcome: 'DONE',
  settle: async (tx, emit) => {
    const alert = await lockAlert(tx, payload.alertRef);
    if (!alert || !stillMeant(alert, payload)) return;
    const now = core.now();
    const wishes = (await preferencesOf(tx, [payload.merchantId])).get(payload.merchantId);
    if (wishes?.active && wanted(payload.step, wishes.reminders)) {
      const plans = await planAnswers(tx, [payload], now);
      await tellMerchant(
        mailQueue(core, tx, emit),
        reminderOf(alert, payload, plans.get(alert.id), core.ports.publicUrl),
      );
    }
    if (payload.step === 'LAST') announceDue(emit, now);
    const reached = stepTime(payload.step, alert);
    scheduleReminder(emit, { ...alert, merchantId: payload.merchantId }, reached > now ? reached : now);
  },
});

/** Not answered, not held, still this merchant's, with the deadline this step was reckoned from; and a step there still is. */
function stillMeant(alert: AlertRow, { merchantId, deadline, step }: EffectPayloads['alert.remind']): boolean {
  if (!REMINDER_STEPS.includes(step)) return false;
  return alert.needsAnswer === 1 && alert.merchantId === merchantId && alert.deadline.getTime() === deadline;
}

function wanted(
  step: EffectPayloads['alert.remind']['step'],
  { half, late, last }: { half: boolean; late: boolean; last: boolean },
): boolean {
  return { HALF: half, LATE: late, LAST: last }[step];
}

function reminderOf(
  alert: AlertRow,
  { merchantId, step }: EffectPayloads['alert.remind'],
  plan: PlannedAnswer | undefined,
  publicUrl: string,
): MerchantMessage {
  return {
    merchantId,
    kind: 'alert.reminder',
    key: `${alert.id}:${step}`,
    alertRef: alert.id,
    cardId: alert.cardId,
    urgent: step === 'LAST' || alert.riskLevel === 'HIGH',
    backups: step !== 'HALF',
    deadline: alert.deadline,
    facts: alertFacts({ ...alert, amount: parseAmount(alert.amount) ?? 0n }, `${publicUrl}/alerts/${alert.id}`, plan),
  };
}
