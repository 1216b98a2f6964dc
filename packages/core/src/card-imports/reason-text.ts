import type { Locale } from '../kernel/locale.ts';
import type { ImportRow } from './model.ts';

/** Why a line isn't going to be a card, in one sentence. */
export function reasonText({ verdict, faults, other }: ImportRow, locale: Locale): string {
  const zh = locale === 'zh-CN';
  switch (verdict) {
    case 'ERROR':
      return faults.map(({ message }) => message).join(zh ? '；' : '; ');
    case 'DUPLICATE':
      return zh ? `与第 ${other} 行重复` : `The same as line ${other}`;
    case 'EXISTS':
      return zh ? '已有相同的授权卡' : 'You have this card already';
    default:
      return '';
  }
}
