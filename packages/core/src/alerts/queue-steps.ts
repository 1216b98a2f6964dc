import { after, HOUR, MINUTE } from '../kernel/time.ts';
import { stepTime } from './reminder-steps.ts';

/** When admins hear again of an alert that still has no merchant: at half of its time, and two hours before its deadline. */
export const QUEUE_STEPS = ['QUEUE_HALF', 'QUEUE_LAST'] as const;
export type QueueStep = (typeof QUEUE_STEPS)[number];

/** Whoever is told anyway is told of what comes so soon after, too: at most one message an hour, or half an hour near the end. */
const ALONG: Record<QueueStep, number> = { QUEUE_HALF: HOUR, QUEUE_LAST: 30 * MINUTE };

export interface QueuedAlert {
  id: number;
  createdTime: Date;
  deadline: Date;
  told: readonly QueueStep[];
}

export interface DueStep {
  id: number;
  step: QueueStep;
}

/**
 * What is to be said now; nothing while no alert has reached a step. Each step once an alert, and half-time not after the last step. One
 * that came with less than two hours left was announced with that deadline, and isn't again.
 */
export function dueSteps(alerts: readonly QueuedAlert[], now: Date): DueStep[] {
  const due = alerts.flatMap((alert) => stepOf(alert, now) ?? []);
  return due.some(({ at }) => at <= now) ? due.map(({ id, step }) => ({ id, step })) : [];
}

function stepOf(alert: QueuedAlert, now: Date): (DueStep & { at: Date }) | null {
  const { id, told, createdTime } = alert;
  const half = stepTime('HALF', alert);
  const last = stepTime('LAST', alert);
  const near = (step: QueueStep, at: Date) => at > createdTime && at <= after(now, ALONG[step]);
  if (told.includes('QUEUE_LAST')) return null;
  if (near('QUEUE_LAST', last)) return { id, step: 'QUEUE_LAST', at: last };
  if (told.includes('QUEUE_HALF') || half >= last || !near('QUEUE_HALF', half)) return null;
  return { id, step: 'QUEUE_HALF', at: half };
}
