import { HOUR } from '../kernel/time.ts';
import type { SecurityEventKind, SecurityThresholds, Severity } from './model.ts';

/** Things counted by the hour. */
export const COUNTERS = ['FAILURES_ACCOUNT', 'FAILURES_ADDRESS', 'REFUSALS', 'EXPORTS', 'EXPORT_ROWS'] as const;
export type Counter = (typeof COUNTERS)[number];

const LIMIT_OF: Record<Counter, keyof SecurityThresholds & string> = {
  FAILURES_ACCOUNT: 'accountFailures',
  FAILURES_ADDRESS: 'addressFailures',
  REFUSALS: 'refusals',
  EXPORTS: 'exports',
  EXPORT_ROWS: 'exportRows',
};

export const KIND_OF: Record<Counter, SecurityEventKind> = {
  FAILURES_ACCOUNT: 'FAILURES_ACCOUNT',
  FAILURES_ADDRESS: 'FAILURES_ADDRESS',
  REFUSALS: 'REFUSALS',
  EXPORTS: 'MASS_EXPORT',
  EXPORT_ROWS: 'MASS_EXPORT',
};

export function limitOf(counter: Counter, thresholds: SecurityThresholds): number {
  return Number(thresholds[LIMIT_OF[counter]]);
}

/** The start of the hour that is counted. */
export function windowStart(now: Date): Date {
  return new Date(Math.floor(now.getTime() / HOUR) * HOUR);
}

/**
 * The part of an address that one provider's line or office shares: /24 of IPv4, /48 of IPv6. Anything else stays as it is. An IPv4
 * address written as IPv6 counts as IPv4.
 */
export function networkOf(ip: string): string {
  const v4 = /^(?:::ffff:)?(\d{1,3}\.\d{1,3}\.\d{1,3})\.\d{1,3}$/i.exec(ip)?.[1];
  if (v4) return `${v4}.0/24`;
  if (!ip.includes(':')) return ip;
  const [head = '', tail] = ip.toLowerCase().split('::');
  const front = head === '' ? [] : head.split(':');
  const back = tail ? tail.split(':') : [];
  const zeros =
    tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - front.length - back.length) }, () => '0');
  const groups = [...front, ...zeros, ...back].slice(0, 3).map((group) => Number.parseInt(group, 16).toString(16));
  return `${groups.join(':')}::/48`;
}

export interface KnownNetwork {
  network: string;
  country: string;
}

/** What is new about a sign-in, compared with the networks of the last 90 days. The first sign-in of all has nothing to differ from. */
export function novelty(
  known: readonly KnownNetwork[],
  network: string,
  country: string,
): 'NEW_COUNTRY' | 'NEW_NETWORK' | undefined {
  if (known.length === 0) return undefined;
  const countries = new Set(known.map((one) => one.country).filter((one) => one !== ''));
  if (country !== '' && countries.size > 0 && !countries.has(country)) return 'NEW_COUNTRY';
  return known.some((one) => one.network === network) ? undefined : 'NEW_NETWORK';
}

const SHANGHAI = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Shanghai',
  weekday: 'short',
  hour: '2-digit',
  hourCycle: 'h23',
});

/** Outside Monday to Friday, `businessFrom` to `businessTo`, in Asia/Shanghai. */
export function isOffHours(at: Date, { businessFrom, businessTo }: SecurityThresholds): boolean {
  const parts = SHANGHAI.formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? '';
  const hour = Number(part('hour'));
  return ['Sat', 'Sun'].includes(part('weekday')) || hour < businessFrom || hour >= businessTo;
}

/** Merchants' phones change networks daily: worth noting, not worth waking anybody. */
export function severityOf(kind: SecurityEventKind, realm: 'merchant' | 'staff' | null): Severity {
  if (kind === 'TOKEN_REUSE' || kind === 'MASS_EXPORT') return 'CRITICAL';
  return kind === 'NEW_NETWORK' && realm === 'merchant' ? 'INFO' : 'WARNING';
}
