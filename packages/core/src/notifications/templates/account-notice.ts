import type { Locale } from '../../kernel/locale.ts';
import { type Html, html } from '../html.ts';

export const ACCOUNT_NOTICES = [
  'new-device',
  'password-changed',
  'email-changed',
  'totp-on',
  'totp-off',
  'recovery-used',
  'reuse',
] as const;
export type AccountNotice = (typeof ACCOUNT_NOTICES)[number];

interface Words {
  title: string;
  text: string;
  /** What to do if it wasn't the reader. */
  otherwise: string;
}

const ZH_STEPS = '请立即修改密码，并在“安全设置”中结束其他登录；如无法登录，请通过“忘记密码”重置，并联系平台客服。';
const EN_STEPS =
  'Change your password at once and end the other sessions under “Security”. If you can’t sign in, use “Forgot password” and contact support.';

const WORDS: Record<Locale, Record<AccountNotice, Words>> = {
  'zh-CN': {
    'new-device': { title: '账户在新设备上登录', text: '您的账户刚刚在一台新设备上登录。', otherwise: ZH_STEPS },
    'password-changed': { title: '密码已修改', text: '您的账户密码刚刚被修改。', otherwise: ZH_STEPS },
    'email-changed': { title: '账户邮箱已变更', text: '您的账户邮箱刚刚被更改。', otherwise: ZH_STEPS },
    'totp-on': { title: '两步验证已开启', text: '您的账户已开启两步验证，今后登录需要动态码。', otherwise: ZH_STEPS },
    'totp-off': { title: '两步验证已关闭', text: '您的账户已关闭两步验证，今后登录只需密码。', otherwise: ZH_STEPS },
    'recovery-used': {
      title: '使用了恢复码登录',
      text: '您的账户刚刚使用一个恢复码登录，该恢复码已失效。',
      otherwise: ZH_STEPS,
    },
    reuse: {
      title: '登录凭证可能被复制',
      text: '同一个登录凭证被使用了两次，说明它可能被他人复制。为安全起见，我们已结束这次登录，请重新登录。',
      otherwise: ZH_STEPS,
    },
  },
  en: {
    'new-device': {
      title: 'Sign-in from a new device',
      text: 'Somebody has just signed in to your account from a device it has not been used on before.',
      otherwise: EN_STEPS,
    },
    'password-changed': {
      title: 'Your password was changed',
      text: 'The password of your account has just been changed.',
      otherwise: EN_STEPS,
    },
    'email-changed': {
      title: 'Your e-mail address was changed',
      text: 'The e-mail address of your account has just been changed.',
      otherwise: EN_STEPS,
    },
    'totp-on': {
      title: 'Two-step verification is on',
      text: 'From now on signing in to your account takes a code as well.',
      otherwise: EN_STEPS,
    },
    'totp-off': {
      title: 'Two-step verification is off',
      text: 'From now on signing in to your account takes the password alone.',
      otherwise: EN_STEPS,
    },
    'recovery-used': {
      title: 'A recovery code was used',
      text: 'Somebody has just signed in to your account with one of your recovery codes. It will not work again.',
      otherwise: EN_STEPS,
    },
    reuse: {
      title: 'Your sign-in may have been copied',
      text: 'The same sign-in was used twice, so somebody may have copied it. To be safe we have ended it: please sign in again.',
      otherwise: EN_STEPS,
    },
  },
};

const LABELS = {
  'zh-CN': {
    when: '时间：',
    where: '网络地址：',
    device: '设备：',
    mine: '如果是您本人操作，无需处理。',
    not: '如果不是您本人：',
    open: '安全设置：',
  },
  en: {
    when: 'When:',
    where: 'Address:',
    device: 'Device:',
    mine: 'If this was you, there is nothing to do.',
    not: 'If it was not you: ',
    open: 'Security settings: ',
  },
} as const satisfies Record<Locale, Record<string, string>>;

function template(locale: Locale, notice: AccountNotice) {
  const { title, text, otherwise } = WORDS[locale][notice];
  const labels = LABELS[locale];
  return {
    title,
    subject: () => title,
    body(p: (name: string) => string): Html {
      return html`    <h2>${title}</h2>
    <p>${text}</p>
    <table>
        <tr><td>${labels.when}</td><td>${p('when')}</td></tr>
        <tr><td>${labels.where}</td><td>${p('where')}</td></tr>
        <tr><td>${labels.device}</td><td>${p('device')}</td></tr>
    </table>
    <p>${labels.mine}</p>
    <p><strong>${labels.not}</strong>${otherwise}</p>
    <p>${labels.open}${p('settings')}</p>`;
    },
  };
}

export function accountNotice(notice: AccountNotice) {
  return { 'zh-CN': template('zh-CN', notice), en: template('en', notice) };
}
