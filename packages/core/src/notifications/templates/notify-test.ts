import { html } from '../html.ts';

type Params = (name: string) => string;

/** the test mail a merchant sends to one of its own addresses. */
export const notifyTest = {
  'zh-CN': {
    title: '测试邮件',
    subject: (p: Params) => `测试邮件：${p('company')} 的预警通知`,
    body: (p: Params) => html`    <h2>测试邮件</h2>
    <p>您好：</p>
    <p>${p('company')} 的预警通知会发送到此邮箱。您能看到这封邮件，说明该邮箱可以正常接收。</p>
    <p>如果它在垃圾邮件中，请将发件人加入白名单，以免错过预警。</p>
    <p>发送时间：${p('sentTime')}</p>
    <p><a href="${p('loginUrl')}">查看通知设置</a></p>`,
  },
  en: {
    title: 'Test mail',
    subject: (p: Params) => `Test mail: alerts of ${p('company')}`,
    body: (p: Params) => html`    <h2>Test mail</h2>
    <p>Hello,</p>
    <p>Chargeback alerts of ${p('company')} go to this address. You can read this, so they arrive.</p>
    <p>If you found it among spam, allow the sender, so that no alert is missed.</p>
    <p>Sent at: ${p('sentTime')}</p>
    <p><a href="${p('loginUrl')}">Notification settings</a></p>`,
  },
};
