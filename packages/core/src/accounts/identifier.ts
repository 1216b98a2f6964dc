/** Signing in and uniqueness compare these forms, never what was typed. */

export function normalizeEmail(text: string): string {
  return text.trim().normalize('NFKC').toLowerCase();
}

const CHINESE_MOBILE = /^1[3-9]\d{9}$/;

/**
 * `+` and digits where the country is known: `+86 138-1234-5678`, `0086 13812345678` and `13812345678` are one phone.
 * A number without a country code that isn't a Chinese mobile keeps its digits alone. Undefined when it isn't a phone number.
 */
export function normalizePhone(text: string): string | undefined {
  const compact = text.normalize('NFKC').replace(/[\s()\-.]/g, '');
  if (!/^\+?\d{6,18}$/.test(compact)) return undefined;
  if (compact.startsWith('+')) return compact;
  if (compact.startsWith('00')) return `+${compact.slice(2)}`;
  return CHINESE_MOBILE.test(compact) ? `+86${compact}` : compact;
}

export type Identifier = { kind: 'email' | 'phone'; value: string };

/** What the sign-in form's one field holds. Neither an address nor a number is looked up as an address, which nobody has. */
export function readIdentifier(account: string): Identifier {
  const phone = account.includes('@') ? undefined : normalizePhone(account);
  return phone ? { kind: 'phone', value: phone } : { kind: 'email', value: normalizeEmail(account) };
}
