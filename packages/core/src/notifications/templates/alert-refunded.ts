import { html } from '../html.ts';

/** An RDR alert: the card network has refunded already; the one thing to say is not to refund again. */
export const alertRefunded = {
  'zh-CN': {
    title: '交易已由卡组织退款',
    subject: (p: (name: string) => string) => `已自动退款：${p('amount')} ${p('currency')}，无需处理`,
    body: (p: (name: string) => string) => html`    <h2>交易已由卡组织退款</h2>
    <p>尊敬的商户：</p>
    <p>以下交易已由卡组织直接退款给持卡人，您无需处理，<strong>请勿再次退款</strong>。</p>
    <table>
        <tr><td>预警ID：</td><td>${p('alertId')}</td></tr>
        <tr><td>预警时间：</td><td>${p('alertTime')}</td></tr>
        <tr><td>交易金额：</td><td>${p('amount')} ${p('currency')}</td></tr>
        <tr><td>风险等级：</td><td>${p('riskLevel')}</td></tr>
    </table>
    <p><a href="${p('loginUrl')}">查看预警</a></p>`,
  },
  en: {
    title: 'Refunded by the card network',
    subject: (p: (name: string) => string) => `Refunded already: ${p('amount')} ${p('currency')}, nothing to do`,
    body: (p: (name: string) => string) => html`    <h2>Refunded by the card network</h2>
    <p>Dear merchant,</p>
    <p>The card network has refunded this transaction to the cardholder. There is nothing to answer; <strong>do not refund it again</strong>.</p>
    <table>
        <tr><td>Alert ID:</td><td>${p('alertId')}</td></tr>
        <tr><td>Alert time:</td><td>${p('alertTime')}</td></tr>
        <tr><td>Amount:</td><td>${p('amount')} ${p('currency')}</td></tr>
        <tr><td>Risk level:</td><td>${p('riskLevel')}</td></tr>
    </table>
    <p><a href="${p('loginUrl')}">View the alert</a></p>`,
  },
};
