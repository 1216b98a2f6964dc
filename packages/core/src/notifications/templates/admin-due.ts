import { html } from '../html.ts';

type Params = (name: string) => string;

/** The last step of the ladder, for the operator: which alerts nobody answers; one mail for many. */
export const adminDue = {
  'zh-CN': {
    title: '即将到期的未处理预警',
    subject: (p: Params) => `即将到期未处理：${p('due')} 条，已过期：${p('expired')} 条`,
    body: (p: Params) => html`    <h2>即将到期的未处理预警</h2>
    <table>
        <tr><td>两小时内到期：</td><td>${p('due')}</td></tr>
        <tr><td>24 小时内已过期：</td><td>${p('expired')}</td></tr>
        <tr><td>其中仍在待办队列、未送达商户：</td><td>${p('unplaced')}</td></tr>
        <tr><td>最早截止：</td><td>${p('deadline')}</td></tr>
    </table>
    <p style="white-space: pre-line;">${p('alerts')}</p>
    <p>即将到期的预警，商户已收到提醒仍未处理：请联系商户，或在管理端代为处理。已过期的仍可迟交答复。</p>`,
  },
  en: {
    title: 'Alerts about to expire',
    subject: (p: Params) => `About to expire unanswered: ${p('due')}, expired: ${p('expired')}`,
    body: (p: Params) => html`    <h2>Alerts about to expire</h2>
    <table>
        <tr><td>Due within two hours:</td><td>${p('due')}</td></tr>
        <tr><td>Expired in the last 24 hours:</td><td>${p('expired')}</td></tr>
        <tr><td>Of these still in the work queue, with no merchant:</td><td>${p('unplaced')}</td></tr>
        <tr><td>Earliest deadline:</td><td>${p('deadline')}</td></tr>
    </table>
    <p style="white-space: pre-line;">${p('alerts')}</p>
    <p>Merchants whose alerts are about to expire have been reminded and haven’t answered: call them, or answer for them in the admin app. Expired ones can still be answered, late.</p>`,
  },
};
