import type { Locale } from '../kernel/locale.ts';
import { type MailKind, renderMail } from './templates.ts';

export interface MessageWords {
  title: string;
  lines: string[];
}

/** Facts worth a line in a chat or in the inbox, in this order; the title says the rest. */
const WORDS: Record<Locale, Record<string, string>> = {
  'zh-CN': {
    alertId: '预警ID',
    riskLevel: '风险等级',
    descriptor: '描述符',
    rule: '规则',
    action: '处理结果',
    state: '状态',
    failure: '原因',
    result: '结果',
    explanation: '说明',
    note: '备注',
    deadline: '处理截止',
    plan: '自动处理',
    received: '收到预警',
    answered: '已处理',
    expired: '逾期未处理',
    refunded: '退款金额',
    open: '待处理',
    failures: '失败原因',
  },
  en: {
    alertId: 'Alert',
    riskLevel: 'Risk',
    descriptor: 'Descriptor',
    rule: 'Rule',
    action: 'Answer',
    state: 'State',
    failure: 'Reason',
    result: 'Result',
    explanation: 'What it means',
    note: 'Note',
    deadline: 'Answer by',
    plan: 'Automatic answer',
    received: 'Alerts received',
    answered: 'Answered',
    expired: 'Not answered in time',
    refunded: 'Refunded',
    open: 'Still open',
    failures: 'What failed',
  },
};
/** Where the mail's subject says something that isn't true for every reader, or no longer when it is read: how long there is, “you”. */
const TITLES: Partial<Record<MailKind, Record<Locale, (fact: (name: string) => string) => string>>> = {
  'alert.reminder': {
    'zh-CN': (fact) => `提醒：${fact('amount')} ${fact('currency')} 的拒付预警待处理`,
    en: (fact) => `Reminder: chargeback alert of ${fact('amount')} ${fact('currency')} is waiting`,
  },
  'alert.mentioned': {
    'zh-CN': (fact) => `${fact('by')} 在备注中提到了 ${fact('whom')}`,
    en: (fact) => `${fact('by')} mentioned ${fact('whom')} in a note`,
  },
  'alert.handed': {
    'zh-CN': (fact) => `${fact('by')} 把预警交给了 ${fact('whom')}`,
    en: (fact) => `${fact('by')} handed an alert to ${fact('whom')}`,
  },
};
const LONGEST = 300;

/** A message in few words: what its mail says in the subject, and the facts one acts by. Holds nothing that the mail doesn't. */
export function messageWords(kind: MailKind, locale: Locale, facts: Readonly<Record<string, string>>): MessageWords {
  const lines = Object.entries(WORDS[locale]).flatMap(([name, word]) => {
    const fact = oneLine(facts[name] ?? '');
    return fact === '' ? [] : [`${word}${locale === 'en' ? ': ' : '：'}${fact}`];
  });
  const title = TITLES[kind]?.[locale]((name) => facts[name] ?? '–') ?? renderMail(kind, locale, { ...facts }).subject;
  return { title: oneLine(title), lines };
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, LONGEST);
}
