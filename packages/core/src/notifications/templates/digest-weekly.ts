import { html } from '../html.ts';

type Params = (name: string) => string;

const CELL = 'padding: 6px 16px 6px 0;';

/** A merchant's week in figures, on Monday morning. */
export const digestWeekly = {
  'zh-CN': {
    title: '拒付预警周报',
    subject: (p: Params) => `拒付预警周报：${p('week')}`,
    body: (p: Params) => html`    <h2>拒付预警周报</h2>
    <p>${p('week')}</p>
    <table>
        <tr><td style="${CELL}">收到预警：</td><td>${p('received')}</td></tr>
        <tr><td style="${CELL}">已处理：</td><td>${p('answered')}</td></tr>
        <tr><td style="${CELL}">逾期未处理：</td><td>${p('expired')}</td></tr>
        <tr><td style="${CELL}">退款金额：</td><td>${p('refunded')}</td></tr>
        <tr><td style="${CELL}">目前待处理：</td><td>${p('open')}</td></tr>
        <tr><td style="${CELL}">最近的处理截止：</td><td>${p('deadline')}</td></tr>
        <tr><td style="${CELL}">未成功的报备：</td><td>${p('failedCards')}</td></tr>
    </table>
    <p><a href="${p('loginUrl')}">查看预警</a></p>
    <p style="color: #5d6573; font-size: 13px;">不想再收到周报，可在通知设置中关闭。</p>`,
  },
  en: {
    title: 'Your week in chargeback alerts',
    subject: (p: Params) => `Your week in chargeback alerts: ${p('week')}`,
    body: (p: Params) => html`    <h2>Your week in chargeback alerts</h2>
    <p>${p('week')}</p>
    <table>
        <tr><td style="${CELL}">Alerts received:</td><td>${p('received')}</td></tr>
        <tr><td style="${CELL}">Answered:</td><td>${p('answered')}</td></tr>
        <tr><td style="${CELL}">Not answered in time:</td><td>${p('expired')}</td></tr>
        <tr><td style="${CELL}">Refunded:</td><td>${p('refunded')}</td></tr>
        <tr><td style="${CELL}">Open now:</td><td>${p('open')}</td></tr>
        <tr><td style="${CELL}">Next deadline:</td><td>${p('deadline')}</td></tr>
        <tr><td style="${CELL}">Enrolments that failed:</td><td>${p('failedCards')}</td></tr>
    </table>
    <p><a href="${p('loginUrl')}">See your alerts</a></p>
    <p style="color: #5d6573; font-size: 13px;">You can switch this mail off in your notification settings.</p>`,
  },
};
