import { html } from '../html.ts';

type Params = (name: string) => string;

/** what is left and what isn't, and whom to ask. The operator's reason stays with the operator. */
export const merchantSuspended = {
  'zh-CN': {
    title: '账户已暂停',
    subject: (p: Params) => `账户已暂停：${p('company')}`,
    body: (p: Params) => html`    <h2>账户已暂停</h2>
    <p>${p('name')}，您好：</p>
    <p>${p('company')} 的账户已由平台暂停。您仍可登录查看和导出，但暂时不能修改授权卡或处理预警；新到的预警由平台保管，恢复后会通知您。</p>
    <p>如有疑问或需要恢复，请联系平台客服。</p>
    <p><a href="${p('loginUrl')}">登录查看</a></p>`,
  },
  en: {
    title: 'Your account is suspended',
    subject: (p: Params) => `Account suspended: ${p('company')}`,
    body: (p: Params) => html`    <h2>Your account is suspended</h2>
    <p>Hello ${p('name')},</p>
    <p>The platform has suspended the account of ${p('company')}. You can still sign in, look and export, but not change cards or answer alerts. New alerts are kept for you and you will be told of them once the account is restored.</p>
    <p>Please contact support if you have questions or want it restored.</p>
    <p><a href="${p('loginUrl')}">Sign in</a></p>`,
  },
};

export const merchantRestored = {
  'zh-CN': {
    title: '账户已恢复',
    subject: (p: Params) => `账户已恢复：${p('company')}`,
    body: (p: Params) => html`    <h2>账户已恢复</h2>
    <p>${p('name')}，您好：</p>
    <p>${p('company')} 的账户已恢复，全部功能可用。暂停期间到达的预警会逐条通知您，请先查看截止时间。</p>
    <p><a href="${p('loginUrl')}">查看预警</a></p>`,
  },
  en: {
    title: 'Your account is restored',
    subject: (p: Params) => `Account restored: ${p('company')}`,
    body: (p: Params) => html`    <h2>Your account is restored</h2>
    <p>Hello ${p('name')},</p>
    <p>The account of ${p('company')} works again in full. You are told one by one of the alerts that came meanwhile; look at their deadlines first.</p>
    <p><a href="${p('loginUrl')}">View alerts</a></p>`,
  },
};

export const merchantClosed = {
  'zh-CN': {
    title: '账户已关闭',
    subject: (p: Params) => `账户已关闭：${p('company')}`,
    body: (p: Params) => html`    <h2>账户已关闭</h2>
    <p>${p('name')}，您好：</p>
    <p>${p('company')} 的账户已关闭，不能再登录，授权卡已停止监控。已有记录按规定保存。</p>
    <p>如有疑问，请联系平台客服。</p>`,
  },
  en: {
    title: 'Your account is closed',
    subject: (p: Params) => `Account closed: ${p('company')}`,
    body: (p: Params) => html`    <h2>Your account is closed</h2>
    <p>Hello ${p('name')},</p>
    <p>The account of ${p('company')} has been closed. Nobody can sign in any more and its cards are no longer watched. Records are kept as required.</p>
    <p>Please contact support if you have questions.</p>`,
  },
};
