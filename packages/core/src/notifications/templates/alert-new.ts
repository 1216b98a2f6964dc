import { html } from '../html.ts';
import { plan } from './plan.ts';

/** The document's HTML (§4.6.2, A-237): title, greeting, four-row table, link; and by when to act. */
export const alertNew = {
  'zh-CN': {
    title: '拒付预警通知',
    subject: (p: (name: string) => string) => `拒付预警：${p('amount')} ${p('currency')}，请在 ${p('deadline')} 前处理`,
    body: (p: (name: string) => string) => html`    <h2>拒付预警通知</h2>
    <p>尊敬的商户：</p>
    <p>您有一笔新的拒付预警，详情如下：</p>
    <table>
        <tr><td>预警ID：</td><td>${p('alertId')}</td></tr>
        <tr><td>预警时间：</td><td>${p('alertTime')}</td></tr>
        <tr><td>交易金额：</td><td>${p('amount')} ${p('currency')}</td></tr>
        <tr><td>风险等级：</td><td>${p('riskLevel')}</td></tr>
    </table>
    <p><strong>处理截止：${p('deadline')}</strong>（还剩 ${p('left')}）</p>${plan(p)}
    <p>请及时登录系统处理。</p>
    <p><a href="${p('loginUrl')}">立即处理</a></p>
    <p><a href="${p('answerUrl')}">${p('answerHint')}</a></p>`,
  },
  en: {
    title: 'Chargeback alert',
    subject: (p: (name: string) => string) =>
      `Chargeback alert: ${p('amount')} ${p('currency')}, answer by ${p('deadline')}`,
    body: (p: (name: string) => string) => html`    <h2>Chargeback alert</h2>
    <p>Dear merchant,</p>
    <p>You have a new chargeback alert:</p>
    <table>
        <tr><td>Alert ID:</td><td>${p('alertId')}</td></tr>
        <tr><td>Alert time:</td><td>${p('alertTime')}</td></tr>
        <tr><td>Amount:</td><td>${p('amount')} ${p('currency')}</td></tr>
        <tr><td>Risk level:</td><td>${p('riskLevel')}</td></tr>
    </table>
    <p><strong>Answer by: ${p('deadline')}</strong> (${p('left')} left)</p>${plan(p)}
    <p>Please sign in and answer in time.</p>
    <p><a href="${p('loginUrl')}">Answer now</a></p>
    <p><a href="${p('answerUrl')}">${p('answerHint')}</a></p>`,
  },
};
