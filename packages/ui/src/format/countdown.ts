import { DAY, HOUR, MINUTE, SECOND } from '@forewarn/core/kernel/time';
import type { Words } from '../i18n/zh-CN/words.ts';

/** How pressing a deadline is: four hours and one hour before it the tone changes. */
export type Urgency = 'calm' | 'soon' | 'urgent' | 'passed';

export interface Countdown {
  urgency: Urgency;
  /** Milliseconds to the deadline; negative once it has passed. */
  left: number;
}

/** `now` in epoch milliseconds. At the deadline itself it has passed. */
export function countdown(deadline: string, now: number): Countdown {
  const left = new Date(deadline).getTime() - now;
  if (left <= 0) return { urgency: 'passed', left };
  if (left < HOUR) return { urgency: 'urgent', left };
  return { urgency: left < 4 * HOUR ? 'soon' : 'calm', left };
}

/** A span in the two units that matter: days and hours, hours and minutes, minutes and seconds. */
export function formatSpan(milliseconds: number, text: Words['countdown']): string {
  const span = Math.abs(milliseconds);
  if (span >= DAY) return text.days(Math.floor(span / DAY), Math.floor((span % DAY) / HOUR));
  if (span >= HOUR) return text.hours(Math.floor(span / HOUR), Math.floor((span % HOUR) / MINUTE));
  return text.minutes(Math.floor(span / MINUTE), Math.floor((span % MINUTE) / SECOND));
}

/** `剩 3 小时 12 分`, `12 min 05 s left`, `2 h 10 min overdue`. */
export function formatCountdown({ left, urgency }: Countdown, text: Words['countdown']): string {
  const span = formatSpan(left, text);
  return urgency === 'passed' ? text.passed(span) : text.left(span);
}
