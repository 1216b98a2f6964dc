import type { Locale } from '../kernel/locale.ts';
import type { NewEvent } from './intake-store.ts';
import { type MatchResult, ownerOf } from './match.ts';

/** What `match_reason` keeps: enough to explain the match later in any language. */
export interface MatchReason {
  on: 'descriptor' | 'descriptorRegister' | null;
  hits: number;
  merchants: number;
}

export function matchColumns(match: MatchResult) {
  const reason: MatchReason = { on: match.on, hits: match.candidates.length, merchants: merchantsOf(match) };
  const owner = ownerOf(match);
  return {
    merchantId: owner?.merchantId ?? null,
    cardId: owner?.cardId ?? null,
    matchStatus: match.status,
    matchTier: match.tier,
    matchReason: JSON.stringify(reason),
    holdReason: match.hold,
  };
}

function merchantsOf(match: MatchResult): number {
  return new Set(match.candidates.map((card) => card.merchantId)).size;
}

/** The history's line about the match: WARN whenever a person should look. */
export function matchEvent(alertRef: number, match: MatchResult, at: Date): NewEvent {
  const data = {
    tier: match.tier,
    on: match.on,
    hits: match.candidates.length,
    merchants: merchantsOf(match),
    hold: match.hold,
  };
  const kind = match.status === 'UNMATCHED' ? 'UNMATCHED' : match.hold ? 'HELD' : 'MATCHED';
  const level = match.status === 'MATCHED' && !match.hold ? 'INFO' : 'WARN';
  return { alertRef, kind, level, actor: 'system:match', at, data };
}

const TIER_TEXTS: Record<Locale, Record<string, string>> = {
  'zh-CN': {
    EXACT: '描述符、卡 BIN、CAID 全部一致',
    EMPTY_CAID: '描述符与卡 BIN 一致，授权卡未填 CAID',
    DESCRIPTOR: '仅描述符一致',
    ALIAS: '没有授权卡与该描述符一致；管理员已确认它属于该商户',
    MANUAL: '由管理员指派',
  },
  en: {
    EXACT: 'descriptor, BIN and CAID are equal',
    EMPTY_CAID: 'descriptor and BIN are equal, the card has no CAID',
    DESCRIPTOR: 'only the descriptor is equal',
    ALIAS: 'no card has this descriptor; an administrator has confirmed that it is this merchant’s',
    MANUAL: 'assigned by an administrator',
  },
};

/** One sentence on how the alert found its merchant, or why it didn't. */
export function explainMatch(stored: string, tier: string | null, locale: Locale): string {
  const zh = locale === 'zh-CN';
  if (tier === null) return zh ? '没有已报备的授权卡与该描述符一致。' : 'No enrolled card has this descriptor.';
  const words = TIER_TEXTS[locale][tier] ?? tier;
  if (tier === 'MANUAL') return zh ? `${words}。` : `${words[0]?.toUpperCase()}${words.slice(1)}.`;
  const reason = readReason(stored);
  const on = reason.on === 'descriptorRegister' ? (zh ? '（按报备描述符）' : ' (by the enrolled descriptor)') : '';
  const several =
    reason.hits > 1
      ? zh
        ? `；共 ${reason.hits} 张授权卡命中，取最近的一张`
        : `; ${reason.hits} cards fit, the latest was taken`
      : '';
  return zh ? `${words}${on}${several}。` : `${words[0]?.toUpperCase()}${words.slice(1)}${on}${several}.`;
}

function readReason(stored: string): MatchReason {
  try {
    return JSON.parse(stored) as MatchReason;
  } catch {
    return { on: null, hits: 0, merchants: 0 };
  }
}
