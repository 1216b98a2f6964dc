import { createAddressList } from '../kernel/address-list.ts';
import type { FieldError } from '../kernel/errors.ts';
import type { Locale } from '../kernel/locale.ts';
import { type Allowlists, type AllowlistsUpdate, isAddressRange, KEY_INTERFACES, type KeyInterface } from './model.ts';

export const EVERYBODY: Allowlists = { admin: [], credentials: [], export: [], webhooks: [] };

/** What a change makes of the lists: doubles go, what wasn't sent stays. */
export function changed(former: Allowlists, update: AllowlistsUpdate): Allowlists {
  const next = { ...former };
  for (const name of KEY_INTERFACES) {
    const given = update[name];
    if (given) next[name] = [...new Set(given.map((range) => range.toLowerCase()))];
  }
  return next;
}

const TEXTS: Record<Locale, (range: string) => string> = {
  'zh-CN': (range) => `“${range}” 不是有效的 IPv4/IPv6 地址或 CIDR 网段，例如 203.0.113.7、10.0.0.0/8、2001:db8::/32。`,
  en: (range) => `"${range}" is not an IPv4 or IPv6 address or range, such as 203.0.113.7, 10.0.0.0/8, 2001:db8::/32.`,
};

/** One error for each entry that isn't a range; empty when all are. */
export function wrongRanges(update: AllowlistsUpdate, locale: Locale): FieldError[] {
  return KEY_INTERFACES.flatMap((name) =>
    (update[name] ?? []).flatMap((range, index) =>
      isAddressRange(range)
        ? []
        : [{ path: `${name}.${index}`, code: 'invalid_address', message: TEXTS[locale](range) }],
    ),
  );
}

/** What a person of the operator goes through; the webhooks' callers are others. */
const STAFF_LISTS = ['admin', 'credentials', 'export'] as const;

/** The lists of a change that would keep their author out. */
export function lockedOut(update: AllowlistsUpdate, next: Allowlists, address: string): KeyInterface[] {
  return STAFF_LISTS.filter((name) => update[name] && !passes(next[name], address));
}

function passes(ranges: readonly string[], address: string): boolean {
  const list = createAddressList(ranges);
  return list.empty || list.has(address);
}
