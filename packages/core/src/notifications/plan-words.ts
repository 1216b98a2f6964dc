import type { Locale } from '../kernel/locale.ts';
import { inZone } from '../kernel/time.ts';
import type { PlannedAnswer } from '../rule-plans/index.ts';
import { ACTION_LABELS } from './labels.ts';

/** Which rule will answer an alert, what, when, and what to do about it; empty when none will. */
export function planWords(plan: PlannedAnswer | undefined, locale: Locale, timeZone: string): string {
  if (!plan) return '';
  const { ruleName, action } = plan;
  const at = inZone(plan.at, timeZone);
  const answer = `${ACTION_LABELS[locale][action]}${action === 'REFUND' ? FULL[locale] : ''}`;
  return locale === 'en'
    ? `Unless you answer first, your rule “${ruleName}” answers “${answer}” at ${at}. To have it otherwise, answer this alert yourself or pause the rule under Rules.`
    : `如果您没有先处理，规则“${ruleName}”将于 ${at} 自动处理为“${answer}”。如需改变，请自行处理这条预警，或在“自动处理规则”中暂停该规则。`;
}

const FULL: Record<Locale, string> = { 'zh-CN': '（全额）', en: ' (in full)' };
