import { html } from '../html.ts';

/** the result of an enrolment, good or bad, with the next step. */
export const cardResult = {
  'zh-CN': {
    title: '授权卡报备结果',
    subject: (p: (name: string) => string) => `报备${p('result')}：${p('descriptor')}`,
    body: (p: (name: string) => string) => html`    <h2>授权卡报备结果</h2>
    <p>尊敬的商户：</p>
    <table>
        <tr><td>描述符：</td><td>${p('descriptor')}</td></tr>
        <tr><td>识别信息：</td><td>${p('cardKey')}</td></tr>
        <tr><td>结果：</td><td>报备${p('result')}</td></tr>
    </table>
    <p>${p('explanation')}</p>
    <p><a href="${p('loginUrl')}">查看授权卡</a></p>`,
  },
  en: {
    title: 'Card enrolment result',
    subject: (p: (name: string) => string) => `Enrolment ${p('result')}: ${p('descriptor')}`,
    body: (p: (name: string) => string) => html`    <h2>Card enrolment result</h2>
    <p>Dear merchant,</p>
    <table>
        <tr><td>Descriptor:</td><td>${p('descriptor')}</td></tr>
        <tr><td>Known by:</td><td>${p('cardKey')}</td></tr>
        <tr><td>Result:</td><td>enrolment ${p('result')}</td></tr>
    </table>
    <p>${p('explanation')}</p>
    <p><a href="${p('loginUrl')}">View your cards</a></p>`,
  },
};
