import type { Effect } from '../kernel/effects.ts';
import { after, HOUR } from '../kernel/time.ts';

/**
 * What a merchant hears of an alert that stays unanswered, after the mail on its arrival: `HALF` and `LATE` when 50 % and 80 % of the time
 * are over, `LAST` two hours before the deadline. What is said at the deadline itself is {@link ./expire-alerts.ts}'s.
 */
export const REMINDER_STEPS = ['HALF', 'LATE', 'LAST'] as const;
export type ReminderStep = (typeof REMINDER_STEPS)[number];

interface Timed {
  /** When it came to us. */
  createdTime: Date;
  deadline: Date;
}

export function stepTime(step: ReminderStep, { createdTime, deadline }: Timed): Date {
  const total = deadline.getTime() - createdTime.getTime();
  switch (step) {
    case 'HALF':
      return after(createdTime, Math.round(total * 0.5));
    case 'LATE':
      return after(createdTime, Math.round(total * 0.8));
    case 'LAST':
      return after(deadline, -2 * HOUR);
  }
}

/** The step that is still ahead and comes first; an alert that came late, or was released late, has missed the earlier ones. */
export function nextStep(alert: Timed, now: Date): { step: ReminderStep; at: Date } | null {
  const ahead = REMINDER_STEPS.map((step) => ({ step, at: stepTime(step, alert) }))
    .filter(({ at }) => at > now && at > alert.createdTime)
    .sort((a, b) => a.at.getTime() - b.at.getTime());
  return ahead[0] ?? null;
}

/**
 * Plans the next reminder. Each carries the deadline it was reckoned from: one whose alert has another deadline by then does nothing,
 * because the change has planned its own.
 */
export function scheduleReminder(
  emit: (effect: Effect) => void,
  alert: Timed & { id: number; merchantId: number },
  now: Date,
): void {
  const next = nextStep(alert, now);
  if (!next) return;
  const { id: alertRef, merchantId } = alert;
  const deadline = alert.deadline.getTime();
  emit({
    topic: 'alert.remind',
    key: `${alertRef}:${merchantId}:${deadline}:${next.step}`,
    payload: { alertRef, merchantId, step: next.step, deadline },
    at: next.at,
  });
}
