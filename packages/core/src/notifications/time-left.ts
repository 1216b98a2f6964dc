import type { Locale } from '../kernel/locale.ts';
import { HOUR, MINUTE } from '../kernel/time.ts';

const WORDS: Record<Locale, { hours: string; minutes: string; over: string }> = {
  'zh-CN': { hours: ' 小时', minutes: ' 分钟', over: '0 分钟' },
  en: { hours: ' h', minutes: ' min', over: '0 min' },
};

/** `5 h 20 min`, `20 分钟`: how long somebody still has; nothing is rounded up. */
export function timeLeft(now: Date, deadline: Date, locale: Locale): string {
  const words = WORDS[locale];
  const left = deadline.getTime() - now.getTime();
  if (left < MINUTE) return words.over;
  const hours = Math.floor(left / HOUR);
  const minutes = Math.floor((left % HOUR) / MINUTE);
  const parts = [hours > 0 ? `${hours}${words.hours}` : '', minutes > 0 ? `${minutes}${words.minutes}` : ''];
  return parts.filter((part) => part !== '').join(' ');
}
