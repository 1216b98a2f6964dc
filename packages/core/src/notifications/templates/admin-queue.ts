import { html } from '../html.ts';

/** what waits for an admin; one mail for many alerts. */
export const adminQueue = {
  'zh-CN': {
    title: '待人工处理的预警',
    subject: (p: (name: string) => string) => `待人工处理：${p('total')} 项`,
    body: (p: (name: string) => string) => html`    <h2>待人工处理的预警</h2>
    <table>
        <tr><td>未匹配商户：</td><td>${p('unmatched')}</td></tr>
        <tr><td>待核对归属：</td><td>${p('held')}</td></tr>
        <tr><td>无法读取的推送：</td><td>${p('unreadable')}</td></tr>
        <tr><td>最早截止：</td><td>${p('deadline')}</td></tr>
    </table>
    <p>请在管理端“待办队列”中指派或处理，商户在指派之前不会收到通知。</p>`,
  },
  en: {
    title: 'Alerts waiting for you',
    subject: (p: (name: string) => string) => `Waiting for you: ${p('total')}`,
    body: (p: (name: string) => string) => html`    <h2>Alerts waiting for you</h2>
    <table>
        <tr><td>Unmatched:</td><td>${p('unmatched')}</td></tr>
        <tr><td>Held, merchant unclear or not active:</td><td>${p('held')}</td></tr>
        <tr><td>Deliveries that could not be read:</td><td>${p('unreadable')}</td></tr>
        <tr><td>Earliest deadline:</td><td>${p('deadline')}</td></tr>
    </table>
    <p>Assign or settle them in the work queue of the admin app. Merchants are told only after that.</p>`,
  },
};
