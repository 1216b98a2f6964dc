import type { PausedBy, RuleMode, RuleState } from '@forewarn/core/response-rules/model';
import { useDictionary } from '@forewarn/ui/i18n';

const zhCN = {
  tab: '规则',
  hint: '商户自己写的自动处理规则，按顺序匹配。只能代商户暂停；修改与启用由商户进行。',
  empty: '该商户没有规则。',
  state: { ON: '已启用', DRAFT: '未启用', PAUSED: '已暂停' } satisfies Record<RuleState, string>,
  pausedBy: { MERCHANT: '商户暂停', OPERATOR: '平台暂停', LIMIT: '达到上限' } satisfies Record<PausedBy, string>,
  mode: {
    SUGGEST: () => '只给建议',
    ANSWER: (minutes) => `截止前 ${minutes} 分钟自动处理`,
  } satisfies Record<RuleMode, (minutes: number) => string>,
  done: (answered: number, left: number) => `近 30 天处理 ${answered} 条，转人工 ${left} 条`,
  pause: '暂停',
  pauseTitle: (name: string) => `代商户暂停规则“${name}”？`,
  pauseText: '规则立即停止，符合的预警留给商户人工处理。重新启用须由商户进行。',
  reason: '原因',
  reasonError: '请填写 2–500 字的原因',
};

const en: typeof zhCN = {
  tab: 'Rules',
  hint: 'Rules the merchant wrote for automatic answers, asked in order. Staff can pause one; only the merchant changes them and switches them on.',
  empty: 'This merchant has no rules.',
  state: { ON: 'On', DRAFT: 'Off', PAUSED: 'Paused' },
  pausedBy: { MERCHANT: 'by the merchant', OPERATOR: 'by staff', LIMIT: 'at its limit' },
  mode: { SUGGEST: () => 'Suggests', ANSWER: (minutes) => `Answers ${minutes} min before the deadline` },
  done: (answered, left) => `${answered} answered, ${left} left to people in 30 days`,
  pause: 'Pause',
  pauseTitle: (name) => `Pause rule “${name}” on the merchant’s behalf?`,
  pauseText: 'It stops at once; the alerts it fits are left to the merchant, who alone can switch it on again.',
  reason: 'Reason',
  reasonError: 'Enter a reason of 2–500 characters',
};

export const useMerchantRulesText = () => useDictionary({ 'zh-CN': zhCN, en });
