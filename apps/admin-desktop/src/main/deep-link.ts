import { AppPath } from '../bridge/payloads.ts';
import { DEEP_LINK_SCHEME } from './origin.ts';

const PAGES = [
  'alerts',
  'queue',
  'deliveries',
  'merchants',
  'enrolments',
  'mails',
  'descriptors',
  'aliases',
  'staff',
  'roles',
  'credentials',
  'mail-templates',
  'mail-senders',
  'keys',
  'calls',
  'audit',
  'security',
];
/** An invitation's code (43 characters); its page shows a form and does nothing by itself. */
const CODE = /^\/([\w-]{43})\/?$/;

/**
 * `forewarn://alerts/123` → `/alerts/123`. Links come from mails and web pages, so only known pages with at most a number are
 * followed, and they only ever show something: no link can act.
 */
export function parseDeepLink(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  if (url.protocol !== `${DEEP_LINK_SCHEME}:`) return undefined;
  const [, code] = (url.host === 'accept-invitation' && CODE.exec(url.pathname)) || [];
  if (code !== undefined) return AppPath.safeParse(`/accept-invitation?code=${code}`).data;
  if (!PAGES.includes(url.host)) return undefined;
  if (!/^(\/\d{1,18})?\/?$/.test(url.pathname)) return undefined;
  return AppPath.safeParse(`/${url.host}${url.pathname.replace(/\/$/, '')}`).data;
}

/** The first deep link among a process's arguments (Windows and Linux hand it over so). */
export function deepLinkOf(args: readonly string[]): string | undefined {
  return args.map(parseDeepLink).find((path) => path !== undefined);
}
