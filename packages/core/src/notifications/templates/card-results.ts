import { html } from '../html.ts';

type Params = (name: string) => string;

/** A-081 for many enrolments at once: how many succeeded, which failed and what to do. */
export const cardResults = {
  'zh-CN': {
    title: '授权卡报备结果汇总',
    subject: (p: Params) => `报备结果：成功 ${p('enrolled')} 张，失败 ${p('failedCards')} 张`,
    body: (p: Params) => html`    <h2>授权卡报备结果汇总</h2>
    <p>尊敬的商户：</p>
    <p>您提交的授权卡已有结果：成功 ${p('enrolled')} 张，失败 ${p('failedCards')} 张。</p>
    <p style="white-space: pre-line;">${p('failures')}</p>
    <p><a href="${p('loginUrl')}">查看授权卡</a></p>`,
  },
  en: {
    title: 'Results of your enrolments',
    subject: (p: Params) => `Enrolments: ${p('enrolled')} succeeded, ${p('failedCards')} failed`,
    body: (p: Params) => html`    <h2>Results of your enrolments</h2>
    <p>Dear merchant,</p>
    <p>The cards you submitted have their results: ${p('enrolled')} enrolled, ${p('failedCards')} failed.</p>
    <p style="white-space: pre-line;">${p('failures')}</p>
    <p><a href="${p('loginUrl')}">View your cards</a></p>`,
  },
};
