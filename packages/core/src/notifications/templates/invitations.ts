import { html } from '../html.ts';

type Params = (name: string) => string;

/** A merchant that staff made: its owner sets a password. The link is in the mail's sealed part. */
export const merchantInvited = {
  'zh-CN': {
    title: '邀请您开通账户',
    subject: (p: Params) => `请设置密码，开通 ${p('company')} 的账户`,
    body: (p: Params) => html`    <h2>邀请您开通账户</h2>
    <p>${p('name')}，您好：</p>
    <p>平台已为 ${p('company')} 创建拒付预警账户。请设置密码，完成后即可登录。链接 72 小时内有效，只能使用一次。</p>
    <p><a href="${p('link')}">设置密码</a></p>
    <p>如非您本人申请，请忽略本邮件。</p>`,
  },
  en: {
    title: 'Your account is waiting',
    subject: (p: Params) => `Set a password to open the account of ${p('company')}`,
    body: (p: Params) => html`    <h2>Your account is waiting</h2>
    <p>Hello ${p('name')},</p>
    <p>The platform has made an account for chargeback alerts for ${p('company')}. Set a password and you can sign in. The link works once, within 72 hours.</p>
    <p><a href="${p('link')}">Set a password</a></p>
    <p>If you don’t expect this, ignore this mail.</p>`,
  },
};

/** A merchant that registered and hasn't followed its link yet. */
export const merchantActivate = {
  'zh-CN': {
    title: '请激活您的账户',
    subject: (p: Params) => `请激活 ${p('company')} 的账户`,
    body: (p: Params) => html`    <h2>请激活您的账户</h2>
    <p>${p('name')}，您好：</p>
    <p>点击下方按钮确认邮箱，即可激活 ${p('company')} 的账户。链接 72 小时内有效，只能使用一次；此前的链接已失效。</p>
    <p><a href="${p('link')}">激活账户</a></p>
    <p>如非您本人申请，请忽略本邮件。</p>`,
  },
  en: {
    title: 'Activate your account',
    subject: (p: Params) => `Activate the account of ${p('company')}`,
    body: (p: Params) => html`    <h2>Activate your account</h2>
    <p>Hello ${p('name')},</p>
    <p>Confirm your address to activate the account of ${p('company')}. The link works once, within 72 hours; earlier ones have stopped working.</p>
    <p><a href="${p('link')}">Activate</a></p>
    <p>If you don’t expect this, ignore this mail.</p>`,
  },
};

/** Somebody of the operator: by the desktop app, which the link opens; the code is for where the link doesn't work. */
export const staffInvited = {
  'zh-CN': {
    title: '邀请您使用管理端',
    subject: (p: Params) => `${p('inviter')} 邀请您使用 Forewarn 管理端`,
    body: (p: Params) => html`    <h2>邀请您使用管理端</h2>
    <p>${p('name')}，您好：</p>
    <p>${p('inviter')} 邀请您使用 Forewarn 管理端，角色：${p('roles')}。请在已安装桌面应用的电脑上打开下面的链接，设置密码后登录。</p>
    <p><a href="${p('link')}">打开桌面应用并接受邀请</a></p>
    <p>链接打不开时：打开桌面应用，服务器地址填 ${p('server')}，在登录页选择“接受邀请”并粘贴邀请码：</p>
    <p><code>${p('code')}</code></p>
    <p>邀请码 72 小时内有效，只能使用一次。请勿转发。</p>`,
  },
  en: {
    title: 'You are invited to Forewarn administration',
    subject: (p: Params) => `${p('inviter')} invites you to Forewarn administration`,
    body: (p: Params) => html`    <h2>You are invited to Forewarn administration</h2>
    <p>Hello ${p('name')},</p>
    <p>${p('inviter')} invites you to Forewarn administration as: ${p('roles')}. Open the link below on a computer with the desktop app and set a password.</p>
    <p><a href="${p('link')}">Open the desktop app and accept</a></p>
    <p>If the link doesn’t open: start the desktop app, enter the server address ${p('server')}, choose “Accept an invitation” on the sign-in page and paste this code:</p>
    <p><code>${p('code')}</code></p>
    <p>The code works once, within 72 hours. Please don’t pass it on.</p>`,
  },
};
