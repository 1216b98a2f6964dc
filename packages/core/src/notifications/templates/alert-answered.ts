import { html } from '../html.ts';

/** Submit step 6: what was answered, in words. */
export const alertAnswered = {
  'zh-CN': {
    title: '预警处理确认',
    subject: (p: (name: string) => string) => `已收到您对预警 ${p('alertId')} 的处理：${p('action')}`,
    body: (p: (name: string) => string) => html`    <h2>预警处理确认</h2>
    <p>尊敬的商户：</p>
    <p>我们已收到您的处理结果，正在送达预警服务方。送达情况可随时在页面查看。</p>
    <table>
        <tr><td>预警ID：</td><td>${p('alertId')}</td></tr>
        <tr><td>处理方式：</td><td>${p('action')}</td></tr>
        <tr><td>退款金额：</td><td>${p('refund')}</td></tr>
        <tr><td>处理原因：</td><td>${p('reason')}</td></tr>
        <tr><td>提交时间：</td><td>${p('submittedTime')}</td></tr>
    </table>
    <p><a href="${p('loginUrl')}">查看预警</a></p>`,
  },
  en: {
    title: 'Answer received',
    subject: (p: (name: string) => string) => `Your answer to alert ${p('alertId')}: ${p('action')}`,
    body: (p: (name: string) => string) => html`    <h2>Answer received</h2>
    <p>Dear merchant,</p>
    <p>We have your answer and are delivering it to the alert network. You can follow it on the alert's page.</p>
    <table>
        <tr><td>Alert ID:</td><td>${p('alertId')}</td></tr>
        <tr><td>Answer:</td><td>${p('action')}</td></tr>
        <tr><td>Refund:</td><td>${p('refund')}</td></tr>
        <tr><td>Reason:</td><td>${p('reason')}</td></tr>
        <tr><td>Submitted:</td><td>${p('submittedTime')}</td></tr>
    </table>
    <p><a href="${p('loginUrl')}">View the alert</a></p>`,
  },
};
