import type { ChatVendor } from './model.ts';

interface Form {
  hosts: readonly string[];
  path: RegExp;
  /** The query parameter that holds the robot's token; absent: it stands in the path. */
  token?: string;
}

/** The addresses that the vendors give out for robots. */
const FORMS: Record<ChatVendor, Form> = {
  WECOM: { hosts: ['qyapi.weixin.qq.com'], path: /^\/cgi-bin\/webhook\/send$/, token: 'key' },
  DINGTALK: { hosts: ['oapi.dingtalk.com'], path: /^\/robot\/send$/, token: 'access_token' },
  FEISHU: { hosts: ['open.feishu.cn', 'open.larksuite.com'], path: /^\/open-apis\/bot\/v2\/hook\/[\w-]{8,}$/ },
  SLACK: { hosts: ['hooks.slack.com'], path: /^\/services\/\w+\/\w+\/\w+$/ },
};

/** A web address at all: enough to be worth the server's closer look. */
export function looksLikeWebhook(text: string): boolean {
  return parse(text) !== undefined;
}

/**
 * True when the address is the vendor's own robot address: its host (or one of `extraHosts`, `host:port`), its path, its token; https, and
 * http for an extra host alone. Nothing else is ever called.
 */
export function isWebhookOf(vendor: ChatVendor, text: string, extraHosts: readonly string[]): boolean {
  const url = parse(text);
  if (!url) return false;
  const { hosts, path, token } = FORMS[vendor];
  const extra = extraHosts.includes(url.host);
  const vendors = hosts.includes(url.hostname) && url.port === '' && url.protocol === 'https:';
  if (!extra && !vendors) return false;
  return path.test(url.pathname) && (token === undefined || (url.searchParams.get(token) ?? '').length >= 8);
}

/** `https://open.feishu.cn/…a1b2`: enough to recognise a robot by. */
export function maskWebhook(text: string): string {
  const url = new URL(text);
  return `${url.protocol}//${url.host}/…${text.slice(-4)}`.slice(0, 120);
}

function parse(text: string): URL | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  const web = url.protocol === 'https:' || url.protocol === 'http:';
  return web && url.username === '' && url.password === '' ? url : undefined;
}
