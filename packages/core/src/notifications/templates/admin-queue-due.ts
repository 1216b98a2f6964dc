import { html } from '../html.ts';

type Params = (name: string) => string;

/** Alerts still in the queue while their time runs out; one mail for many, most to do first. */
export const adminQueueDue = {
  'zh-CN': {
    title: '待办队列中的预警即将到期',
    subject: (p: Params) => `待办队列还有 ${p('total')} 条未处理，最早 ${p('left')}后到期`,
    body: (p: Params) => html`    <h2>待办队列中的预警即将到期</h2>
    <table>
        <tr><td>仍未送达商户：</td><td>${p('total')}</td></tr>
        <tr><td>约两小时内到期：</td><td>${p('due')}</td></tr>
        <tr><td>最早截止：</td><td>${p('deadline')}</td></tr>
    </table>
    <p style="white-space: pre-line;">${p('alerts')}</p>
    <p>商户尚不知情，只有指派之后才能答复。同一描述符可一次指派。</p>
    <p><a href="${p('link')}">打开待办队列</a></p>`,
  },
  en: {
    title: 'Alerts in the queue are about to expire',
    subject: (p: Params) => `${p('total')} still in the queue, the first expires in ${p('left')}`,
    body: (p: Params) => html`    <h2>Alerts in the queue are about to expire</h2>
    <table>
        <tr><td>With no merchant yet:</td><td>${p('total')}</td></tr>
        <tr><td>Due within about two hours:</td><td>${p('due')}</td></tr>
        <tr><td>Earliest deadline:</td><td>${p('deadline')}</td></tr>
    </table>
    <p style="white-space: pre-line;">${p('alerts')}</p>
    <p>Their merchants don’t know of them and can answer only once they are assigned. Those with the same descriptor can be assigned together.</p>
    <p><a href="${p('link')}">Open the work queue</a></p>`,
  },
};
