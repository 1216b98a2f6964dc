import { html } from '../html.ts';

type P = (name: string) => string;

/** A colleague's note names the reader. */
export const alertMentioned = {
  'zh-CN': {
    title: '同事在备注中提到您',
    subject: (p: P) => `${p('by')} 在预警 ${p('alertId')} 的备注中提到了您`,
    body: (p: P) => html`    <h2>同事在备注中提到您</h2>
    <p>${p('whom')}，您好：</p>
    <p>${p('by')} 在备注中写道：</p>
    <blockquote>${p('note')}</blockquote>
    <table>
        <tr><td>预警ID：</td><td>${p('alertId')}</td></tr>
        <tr><td>金额：</td><td>${p('amount')} ${p('currency')}</td></tr>
        <tr><td>处理截止：</td><td>${p('deadline')}</td></tr>
    </table>
    <p><a href="${p('loginUrl')}">查看预警</a></p>`,
  },
  en: {
    title: 'Mentioned in a note',
    subject: (p: P) => `${p('by')} mentioned you in a note on alert ${p('alertId')}`,
    body: (p: P) => html`    <h2>Mentioned in a note</h2>
    <p>Dear ${p('whom')},</p>
    <p>${p('by')} wrote:</p>
    <blockquote>${p('note')}</blockquote>
    <table>
        <tr><td>Alert ID:</td><td>${p('alertId')}</td></tr>
        <tr><td>Amount:</td><td>${p('amount')} ${p('currency')}</td></tr>
        <tr><td>Answer by:</td><td>${p('deadline')}</td></tr>
    </table>
    <p><a href="${p('loginUrl')}">View the alert</a></p>`,
  },
};

/** A colleague has given the reader an alert to answer. */
export const alertHanded = {
  'zh-CN': {
    title: '同事把预警交给您',
    subject: (p: P) => `${p('by')} 把预警 ${p('alertId')} 交给您处理`,
    body: (p: P) => html`    <h2>同事把预警交给您</h2>
    <p>${p('whom')}，您好：</p>
    <p>${p('by')} 请您处理下面这条预警。</p>
    <table>
        <tr><td>预警ID：</td><td>${p('alertId')}</td></tr>
        <tr><td>金额：</td><td>${p('amount')} ${p('currency')}</td></tr>
        <tr><td>处理截止：</td><td>${p('deadline')}</td></tr>
    </table>
    <p><a href="${p('loginUrl')}">查看预警</a></p>`,
  },
  en: {
    title: 'Alert handed to you',
    subject: (p: P) => `${p('by')} handed you alert ${p('alertId')}`,
    body: (p: P) => html`    <h2>Alert handed to you</h2>
    <p>Dear ${p('whom')},</p>
    <p>${p('by')} asks you to answer this alert.</p>
    <table>
        <tr><td>Alert ID:</td><td>${p('alertId')}</td></tr>
        <tr><td>Amount:</td><td>${p('amount')} ${p('currency')}</td></tr>
        <tr><td>Answer by:</td><td>${p('deadline')}</td></tr>
    </table>
    <p><a href="${p('loginUrl')}">View the alert</a></p>`,
  },
};
