import type { Locale } from '../kernel/locale.ts';
import type { Card, CardStatus } from './model.ts';

interface Words {
  merchant: string;
  columns: readonly string[];
  status: Record<CardStatus, string>;
  saved: string;
}

const WORDS: Record<Locale, Words> = {
  'zh-CN': {
    merchant: '商户',
    columns: ['描述符', '卡BIN', 'CAID', '通知邮箱', '备注', '状态', '提交时间(UTC)', '报备时间(UTC)', '创建时间(UTC)'],
    status: { DRAFT: '草稿', PENDING: '报备中', REGISTERED: '已报备', FAILED: '报备失败', CLOSED: '已关闭' },
    saved: '已保存，未报备',
  },
  en: {
    merchant: 'Merchant',
    columns: [
      ...['Descriptor', 'Card BIN', 'CAID', 'Notified at', 'Remark', 'Status'],
      ...['Submitted (UTC)', 'Enrolled (UTC)', 'Created (UTC)'],
    ],
    status: { DRAFT: 'Draft', PENDING: 'Being enrolled', REGISTERED: 'Enrolled', FAILED: 'Failed', CLOSED: 'Closed' },
    saved: 'Saved, not submitted',
  },
};

/** The columns of an export; staff have the merchant in front. */
export function exportHeader(locale: Locale, staff: boolean): string[] {
  const { merchant, columns } = WORDS[locale];
  return staff ? [merchant, ...columns] : [...columns];
}

export function exportLine(card: Card, locale: Locale, staff: boolean): (string | null)[] {
  const { status, saved } = WORDS[locale];
  const line = [
    card.descriptor,
    card.cardBin,
    card.caid,
    card.notifyEmail,
    card.remark,
    card.status === 'PENDING' && card.submittedTime === null ? saved : status[card.status],
    card.submittedTime,
    card.registerTime,
    card.createdTime,
  ];
  return staff ? [card.merchantName, ...line] : line;
}
