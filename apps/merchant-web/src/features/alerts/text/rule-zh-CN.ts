import type { RuleNotice } from '@forewarn/core/response-rules/model';

/** What a merchant's rule means for an open alert. */
export const ruleZh = {
  title: {
    SUGGEST: (rule) => `规则“${rule}”的建议`,
    ANSWER: (rule) => `规则“${rule}”将自动处理`,
    PAUSED: (rule) => `规则“${rule}”已暂停`,
    LEFT: (rule) => `规则“${rule}”未能自动处理`,
  } satisfies Record<RuleNotice['kind'], (rule: string) => string>,
  text: {
    SUGGEST: (action: string) => `建议答复：${action}。由您决定，不会自动提交。`,
    ANSWER: (action: string, time: string) =>
      `如果在 ${time} 之前没有人处理，将自动答复：${action}。您可以随时先行处理。`,
    PAUSED: () => '这条预警不会自动处理，请在截止前人工处理。',
    LEFT: () => '规则不会再试，请在截止前人工处理。',
  } satisfies Record<RuleNotice['kind'], (action: string, time: string) => string>,
  refund: (amount: string) => `全额退款 ${amount}（我们不会替您退款，须由您在收单平台完成）`,
  open: '查看规则',
  line: (rule: string, time: string) => `${time} 由规则“${rule}”自动处理`,
};
