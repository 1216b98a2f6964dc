import { after, DAY } from '@forewarn/core/kernel/time';

/** `days` working days (Monday to Friday, UTC; holidays aren't known) after `at`, at the same hour. */
export function workingDaysAfter(at: Date, days: number): Date {
  let time = at;
  for (let left = days; left > 0; ) {
    time = after(time, DAY);
    const day = time.getUTCDay();
    if (day !== 0 && day !== 6) left--;
  }
  return time;
}
