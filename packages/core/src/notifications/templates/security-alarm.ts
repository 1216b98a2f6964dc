import type { Locale } from '../../kernel/locale.ts';
import { html } from '../html.ts';

const WORDS: Record<Locale, Record<string, string>> = {
  'zh-CN': {
    NEW_NETWORK: '从新的网络登录',
    NEW_COUNTRY: '从新的国家或地区登录',
    FAILURES_ACCOUNT: '同一账户多次登录失败',
    FAILURES_ADDRESS: '同一网络地址多次登录失败',
    REFUSALS: '多次越权操作被拒绝',
    MASS_EXPORT: '大量导出数据',
    OFF_HOURS: '非工作时间查看凭证',
    TOKEN_REUSE: '登录凭证被重复使用',
  },
  en: {
    NEW_NETWORK: 'Sign-in from a new network',
    NEW_COUNTRY: 'Sign-in from a new country',
    FAILURES_ACCOUNT: 'Many failed sign-ins to one account',
    FAILURES_ADDRESS: 'Many failed sign-ins from one address',
    REFUSALS: 'Many acts refused for lack of permission',
    MASS_EXPORT: 'Data exported in bulk',
    OFF_HOURS: 'Credentials opened outside business hours',
    TOKEN_REUSE: 'A sign-in was used twice',
  },
};

/** A kind of security event in words. */
export function securityWords(kind: string, locale: Locale): string {
  return WORDS[locale][kind] ?? kind;
}

/** A-308, C-164: tells staff who watch over security what looks wrong; details are in the app. */
export const securityAlarm = {
  'zh-CN': {
    title: '安全告警',
    subject: (p: (name: string) => string) => `安全告警：${p('what')}`,
    body: (p: (name: string) => string) => html`    <h2>安全告警：${p('what')}</h2>
    <table>
        <tr><td>人员：</td><td>${p('who')}</td></tr>
        <tr><td>时间：</td><td>${p('when')}</td></tr>
        <tr><td>网络地址：</td><td>${p('where')}</td></tr>
        <tr><td>设备：</td><td>${p('device')}</td></tr>
    </table>
    <p>请在管理端“安全事件”中查看详情并确认。如有疑问，先结束该人员的登录，再核实。</p>`,
  },
  en: {
    title: 'Security alarm',
    subject: (p: (name: string) => string) => `Security alarm: ${p('what')}`,
    body: (p: (name: string) => string) => html`    <h2>Security alarm: ${p('what')}</h2>
    <table>
        <tr><td>Who:</td><td>${p('who')}</td></tr>
        <tr><td>When:</td><td>${p('when')}</td></tr>
        <tr><td>Address:</td><td>${p('where')}</td></tr>
        <tr><td>Device:</td><td>${p('device')}</td></tr>
    </table>
    <p>Look into it under “Security events” in the admin app and acknowledge it. In doubt, end that person’s sessions first.</p>`,
  },
};
