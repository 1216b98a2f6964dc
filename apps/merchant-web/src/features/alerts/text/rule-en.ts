import type { ruleZh } from './rule-zh-CN.ts';

export const ruleEn: typeof ruleZh = {
  title: {
    SUGGEST: (rule) => `Your rule “${rule}” suggests`,
    ANSWER: (rule) => `Rule “${rule}” will answer`,
    PAUSED: (rule) => `Rule “${rule}” is paused`,
    LEFT: (rule) => `Rule “${rule}” could not answer`,
  },
  text: {
    SUGGEST: (action) => `Suggested answer: ${action}. You decide; nothing is answered automatically.`,
    ANSWER: (action, time) =>
      `Unless somebody answers before ${time}, it will be answered: ${action}. You can answer first at any time.`,
    PAUSED: () => 'This alert won’t be answered automatically. Please answer before the deadline.',
    LEFT: () => 'The rule won’t try again. Please answer before the deadline.',
  },
  refund: (amount) => `refunded in full, ${amount} (we move no money: you make the refund at your acquirer)`,
  open: 'See the rules',
  line: (rule, time) => `Rule “${rule}” answers at ${time}`,
};
