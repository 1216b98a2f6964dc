import { html } from '../html.ts';

type Params = (name: string) => string;

/** A merchant's own rule has answered: which one, what, and what is left to do. Stands in for the confirmation of a person's answer. */
export const ruleAnswered = {
  'zh-CN': {
    title: '规则已自动处理预警',
    subject: (p: Params) => `规则“${p('rule')}”已处理预警 ${p('alertId')}：${p('action')}`,
    body: (p: Params) => html`    <h2>规则已自动处理预警</h2>
    <p>尊敬的商户：</p>
    <p>预警 ${p('alertId')} 在截止前没有人处理，您的规则“${p('rule')}”已按您的设置自动处理，正在送达预警服务方。</p>
    <table>
        <tr><td>处理方式：</td><td>${p('action')}</td></tr>
        <tr><td>退款金额：</td><td>${p('refund')}</td></tr>
        <tr><td>处理原因：</td><td>${p('reason')}</td></tr>
        <tr><td>处理时间：</td><td>${p('submittedTime')}</td></tr>
    </table>
    <p>${p('next')}</p>
    <p>如果这个处理不对，请立即打开预警查看能否更正，并暂停这条规则。</p>
    <p><a href="${p('loginUrl')}">查看预警</a></p>`,
  },
  en: {
    title: 'A rule has answered an alert',
    subject: (p: Params) => `Rule “${p('rule')}” answered alert ${p('alertId')}: ${p('action')}`,
    body: (p: Params) => html`    <h2>A rule has answered an alert</h2>
    <p>Dear merchant,</p>
    <p>Nobody had answered alert ${p('alertId')} shortly before its deadline, so your rule “${p('rule')}” did, as you set it up. The answer is on its way to the alert network.</p>
    <table>
        <tr><td>Answer:</td><td>${p('action')}</td></tr>
        <tr><td>Refund:</td><td>${p('refund')}</td></tr>
        <tr><td>Reason:</td><td>${p('reason')}</td></tr>
        <tr><td>Answered:</td><td>${p('submittedTime')}</td></tr>
    </table>
    <p>${p('next')}</p>
    <p>If this isn't right, open the alert at once to see whether it can still be corrected, and pause the rule.</p>
    <p><a href="${p('loginUrl')}">View the alert</a></p>`,
  },
};

/** A rule should have answered and couldn't: a person has to, and soon. */
export const ruleLeft = {
  'zh-CN': {
    title: '规则未能处理，请人工处理',
    subject: (p: Params) => `请尽快处理预警 ${p('alertId')}：规则“${p('rule')}”未能自动处理`,
    body: (p: Params) => html`    <h2>规则未能处理，请人工处理</h2>
    <p>尊敬的商户：</p>
    <p>您的规则“${p('rule')}”本应处理这条预警，但没有成功，规则不会再试。请在截止前人工处理。</p>
    <table>
        <tr><td>预警ID：</td><td>${p('alertId')}</td></tr>
        <tr><td>交易金额：</td><td>${p('amount')} ${p('currency')}</td></tr>
        <tr><td>处理截止：</td><td>${p('deadline')}</td></tr>
        <tr><td>未处理的原因：</td><td>${p('failure')}</td></tr>
    </table>
    <p><a href="${p('loginUrl')}">现在处理</a></p>`,
  },
  en: {
    title: 'A rule could not answer an alert',
    subject: (p: Params) => `Answer alert ${p('alertId')} soon: rule “${p('rule')}” could not`,
    body: (p: Params) => html`    <h2>A rule could not answer an alert</h2>
    <p>Dear merchant,</p>
    <p>Your rule “${p('rule')}” should have answered this alert and could not; it will not try again. Please answer before the deadline.</p>
    <table>
        <tr><td>Alert ID:</td><td>${p('alertId')}</td></tr>
        <tr><td>Amount:</td><td>${p('amount')} ${p('currency')}</td></tr>
        <tr><td>Answer by:</td><td>${p('deadline')}</td></tr>
        <tr><td>Why it could not:</td><td>${p('failure')}</td></tr>
    </table>
    <p><a href="${p('loginUrl')}">Answer now</a></p>`,
  },
};

/** A rule reached its limit of 24 hours. */
export const rulePaused = {
  'zh-CN': {
    title: '规则已达上限并暂停',
    subject: (p: Params) => `规则“${p('rule')}”已达 24 小时上限并暂停`,
    body: (p: Params) => html`    <h2>规则已达上限并暂停</h2>
    <p>尊敬的商户：</p>
    <p>规则“${p('rule')}”达到了您设置的 24 小时上限，已自行暂停。符合它的预警不会再自动处理，请人工处理。</p>
    <p>如果预警突然增多，请先查明原因；确认无误后，可以调整上限、试运行并重新启用。</p>
    <p><a href="${p('loginUrl')}">打开自动处理规则</a></p>`,
  },
  en: {
    title: 'A rule reached its limit and paused',
    subject: (p: Params) => `Rule “${p('rule')}” reached its limit for 24 hours and paused`,
    body: (p: Params) => html`    <h2>A rule reached its limit and paused</h2>
    <p>Dear merchant,</p>
    <p>Rule “${p('rule')}” reached the limit you set for 24 hours and has paused itself. Alerts that fit it are no longer answered automatically; please answer them yourselves.</p>
    <p>If there are suddenly many alerts, find out why first. Then change the limit if you want, run a trial, and switch the rule on again.</p>
    <p><a href="${p('loginUrl')}">Open the rules</a></p>`,
  },
};
