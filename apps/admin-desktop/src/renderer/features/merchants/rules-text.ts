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
    ANSWER: (minutes) => `截止前 ${minutes % 60 === 0 ? `${minutes / 60} 小时` : `${minutes} 分钟`}自动处理`,
  } satisfies Record<RuleMode, (minutes: number) => string>,
  range: {
    between: (min: string, max: string) => `${min} 至 ${max}`,
    from: (min: string) => `至少 ${min}`,
    upTo: (max: string) => `至多 ${max}`,
  },
  when: '符合',
  everything: '所有待答复的预警',
  reasonCodes: (codes: string) => `原因代码 ${codes}`,
  says: '填写的理由',
  limits: (count: number, sum: string | null) =>
    `24 小时内最多 ${count} 条${sum ? `、合计 ${sum}` : ''}，达到后自行暂停`,
  comma: '、',
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
  mode: {
    SUGGEST: () => 'Suggests',
    ANSWER: (minutes) => `Answers ${minutes % 60 === 0 ? `${minutes / 60} h` : `${minutes} min`} before the deadline`,
  },
  range: {
    between: (min, max) => `${min} to ${max}`,
    from: (min) => `${min} or more`,
    upTo: (max) => `up to ${max}`,
  },
  when: 'When',
  everything: 'every alert that needs an answer',
  reasonCodes: (codes) => `reason code ${codes}`,
  says: 'Reason it gives',
  limits: (count, sum) => `At most ${count} in 24 hours${sum ? `, ${sum} together` : ''}; then it pauses itself`,
  comma: ', ',
  done: (answered, left) => `${answered} answered, ${left} left to people in 30 days`,
  pause: 'Pause',
  pauseTitle: (name) => `Pause rule “${name}” on the merchant’s behalf?`,
  pauseText: 'It stops at once; the alerts it fits are left to the merchant, who alone can switch it on again.',
  reason: 'Reason',
  reasonError: 'Enter a reason of 2–500 characters',
};

export const useMerchantRulesText = () => useDictionary({ 'zh-CN': zhCN, en });
