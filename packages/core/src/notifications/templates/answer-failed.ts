import { html } from '../html.ts';

/** Promise 3: an answer that can't be delivered is told to people before the deadline. */
export const answerFailed = {
  'zh-CN': {
    title: '预警处理结果未送达',
    subject: (p: (name: string) => string) => `预警 ${p('alertId')} 的处理结果未能送达`,
    body: (p: (name: string) => string) => html`    <h2>预警处理结果未送达</h2>
    <p>预警 ${p('alertId')} 的处理结果${p('state')}</p>
    <table>
        <tr><td>处理方式：</td><td>${p('action')}</td></tr>
        <tr><td>处理截止：</td><td>${p('deadline')}</td></tr>
        <tr><td>原因：</td><td>${p('failure')}</td></tr>
    </table>
    <p>如已退款，请勿重复退款；请打开预警查看状态，或联系平台客服。</p>
    <p><a href="${p('loginUrl')}">查看预警</a></p>`,
  },
  en: {
    title: 'Answer not delivered',
    subject: (p: (name: string) => string) => `The answer to alert ${p('alertId')} could not be delivered`,
    body: (p: (name: string) => string) => html`    <h2>Answer not delivered</h2>
    <p>The answer to alert ${p('alertId')} ${p('state')}</p>
    <table>
        <tr><td>Answer:</td><td>${p('action')}</td></tr>
        <tr><td>Answer by:</td><td>${p('deadline')}</td></tr>
        <tr><td>Cause:</td><td>${p('failure')}</td></tr>
    </table>
    <p>If you have refunded, do not refund again. Open the alert to see its state, or contact support.</p>
    <p><a href="${p('loginUrl')}">View the alert</a></p>`,
  },
};
