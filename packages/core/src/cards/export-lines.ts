import type { Locale } from '../kernel/locale.ts';
import type { Card, CardState } from './model.ts';

interface Words {
  merchant: string;
  columns: readonly string[];
  state: Record<CardState, string>;
}

const WORDS: Record<Locale, Words> = {
  'zh-CN': {
    merchant: '商户',
    columns: [
      ...['预警类型', '描述符', '卡BIN', 'CAID', '收单行BIN', 'ARN', '通知邮箱', '备注', '状态'],
      ...['提交时间(UTC)', '报备时间(UTC)', '首次预警时间(UTC)', '创建时间(UTC)'],
    ],
    state: {
      DRAFT: '草稿',
      SAVED: '已保存，未报备',
      SUBMITTED: '已提交',
      IN_REVIEW: '审核中',
      ACTIVE: '已报备',
      REJECTED: '报备失败',
      CLOSING: '关闭中',
      CLOSED: '已关闭',
    },
  },
  en: {
    merchant: 'Merchant',
    columns: [
      ...['Program', 'Descriptor', 'Card BIN', 'CAID', 'Acquirer BIN', 'ARN', 'Notified at', 'Remark', 'State'],
      ...['Submitted (UTC)', 'Enrolled (UTC)', 'First alert (UTC)', 'Created (UTC)'],
    ],
    state: {
      DRAFT: 'Draft',
      SAVED: 'Saved, not submitted',
      SUBMITTED: 'Submitted',
      IN_REVIEW: 'In review',
      ACTIVE: 'Enrolled',
      REJECTED: 'Failed',
      CLOSING: 'Closing',
      CLOSED: 'Closed',
    },
  },
};

/** The columns of an export; staff have the merchant in front. */
export function exportHeader(locale: Locale, staff: boolean): string[] {
  const { merchant, columns } = WORDS[locale];
  return staff ? [merchant, ...columns] : [...columns];
}

export function exportLine(card: Card, locale: Locale, staff: boolean): string[] {
  const line: (string | null)[] = [
    card.program,
    card.descriptor,
    card.cardBin,
    card.caid,
    card.acquirerBin,
    card.arn,
    card.notifyEmail,
    card.remark,
    WORDS[locale].state[card.state],
    card.submittedTime,
    card.registerTime,
    card.firstAlertTime,
    card.createdTime,
  ];
  return (staff ? [card.merchantName, ...line] : line).map((cell) => cell ?? '');
}
