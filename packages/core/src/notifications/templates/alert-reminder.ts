import { html } from '../html.ts';
import { plan } from './plan.ts';

type Params = (name: string) => string;

/** An alert that nobody has answered yet: how long there is, and the two ways to answer. */
export const alertReminder = {
  'zh-CN': {
    title: '预警待处理提醒',
    subject: (p: Params) => `还剩 ${p('left')}：${p('amount')} ${p('currency')} 的拒付预警待处理`,
    body: (p: Params) => html`    <h2>预警待处理提醒</h2>
    <p>尊敬的商户：</p>
    <p>以下拒付预警尚未处理，逾期可能变成拒付：</p>
    <table>
        <tr><td>预警ID：</td><td>${p('alertId')}</td></tr>
        <tr><td>交易金额：</td><td>${p('amount')} ${p('currency')}</td></tr>
        <tr><td>风险等级：</td><td>${p('riskLevel')}</td></tr>
    </table>
    <p><strong>处理截止：${p('deadline')}</strong>（还剩 ${p('left')}）</p>${plan(p)}
    <p><a href="${p('loginUrl')}">立即处理</a></p>
    <p><a href="${p('answerUrl')}">${p('answerHint')}</a></p>`,
  },
  en: {
    title: 'An alert is waiting',
    subject: (p: Params) => `${p('left')} left: chargeback alert of ${p('amount')} ${p('currency')} is waiting`,
    body: (p: Params) => html`    <h2>An alert is waiting</h2>
    <p>Dear merchant,</p>
    <p>This chargeback alert hasn’t been answered. Unanswered, it may become a chargeback:</p>
    <table>
        <tr><td>Alert ID:</td><td>${p('alertId')}</td></tr>
        <tr><td>Amount:</td><td>${p('amount')} ${p('currency')}</td></tr>
        <tr><td>Risk level:</td><td>${p('riskLevel')}</td></tr>
    </table>
    <p><strong>Answer by: ${p('deadline')}</strong> (${p('left')} left)</p>${plan(p)}
    <p><a href="${p('loginUrl')}">Answer now</a></p>
    <p><a href="${p('answerUrl')}">${p('answerHint')}</a></p>`,
  },
};

/** The deadline has passed without an answer. */
export const alertExpired = {
  'zh-CN': {
    title: '预警已过处理截止时间',
    subject: (p: Params) => `已过截止时间：预警 ${p('alertId')} 未处理`,
    body: (p: Params) => html`    <h2>预警已过处理截止时间</h2>
    <p>尊敬的商户：</p>
    <p>以下拒付预警在截止时间前没有得到处理，该交易可能变成拒付：</p>
    <table>
        <tr><td>预警ID：</td><td>${p('alertId')}</td></tr>
        <tr><td>交易金额：</td><td>${p('amount')} ${p('currency')}</td></tr>
        <tr><td>处理截止：</td><td>${p('deadline')}</td></tr>
    </table>
    <p>您仍可提交处理结果，部分银行会接受迟到的答复。如已退款，请勿重复退款。</p>
    <p><a href="${p('loginUrl')}">查看预警</a></p>`,
  },
  en: {
    title: 'An alert is past its deadline',
    subject: (p: Params) => `Past its deadline: alert ${p('alertId')} was not answered`,
    body: (p: Params) => html`    <h2>An alert is past its deadline</h2>
    <p>Dear merchant,</p>
    <p>Nobody answered this chargeback alert in time. The transaction may become a chargeback:</p>
    <table>
        <tr><td>Alert ID:</td><td>${p('alertId')}</td></tr>
        <tr><td>Amount:</td><td>${p('amount')} ${p('currency')}</td></tr>
        <tr><td>Answer by:</td><td>${p('deadline')}</td></tr>
    </table>
    <p>You can still answer; some banks take a late answer. If you have refunded, do not refund again.</p>
    <p><a href="${p('loginUrl')}">View the alert</a></p>`,
  },
};
