import type { Locale } from '../kernel/locale.ts';
import type { MailKind } from './templates.ts';

/** The document's four types of templates (A-232…A-235), and what the product says about accounts. */
export const TEMPLATE_GROUPS = ['ALERT', 'RESULT', 'STATUS', 'ALARM', 'ACCOUNT'] as const;
export type TemplateGroup = (typeof TEMPLATE_GROUPS)[number];

interface KindWords {
  group: TemplateGroup;
  /**
   * Where it may go. `merchant`: to every channel, by mail in any case; `merchant-optional`: to every channel, and mail can be turned off
   * as long as another one stays; `mail`: by mail alone, because it holds a personal link or goes to staff.
   */
  reach: 'merchant' | 'merchant-optional' | 'mail';
  name: Record<Locale, string>;
}

const kind = (group: TemplateGroup, reach: KindWords['reach'], zh: string, en: string): KindWords => ({
  group,
  reach,
  name: { 'zh-CN': zh, en },
});

/** What each kind of mail is, in words that staff read. */
export const KIND_WORDS: Record<MailKind, KindWords> = {
  'alert.new': kind('ALERT', 'merchant', '新的拒付预警', 'New chargeback alert'),
  'alert.reminder': kind('ALERT', 'merchant', '待处理预警提醒', 'Reminder of an open alert'),
  'alert.expired': kind('RESULT', 'merchant', '预警逾期未处理', 'Alert not answered in time'),
  'alert.refunded': kind('ALERT', 'merchant-optional', '卡组织已自动退款', 'Refunded by the card network'),
  'alert.answered': kind('RESULT', 'merchant-optional', '已收到处理结果', 'Answer received'),
  'alert.answer-failed': kind('RESULT', 'merchant', '处理结果未送达', 'Answer not delivered'),
  'rule.answered': kind('RESULT', 'merchant', '规则已自动处理预警', 'Alert answered by a rule'),
  'rule.left': kind('ALERT', 'merchant', '规则未能处理，请人工处理', 'Rule left an alert to people'),
  'rule.paused': kind('ALARM', 'merchant', '规则已达上限并暂停', 'Rule paused at its limit'),
  'alert.mentioned': kind('RESULT', 'mail', '同事在备注中提到您', 'Mentioned in a note'),
  'alert.handed': kind('RESULT', 'mail', '同事把预警交给您', 'Alert handed to you'),
  'card.result': kind('RESULT', 'merchant-optional', '授权卡报备结果', 'Card enrolment result'),
  'card.results': kind('RESULT', 'merchant-optional', '授权卡报备结果汇总', 'Results of many enrolments'),
  'merchant.suspended': kind('STATUS', 'merchant', '账户已暂停', 'Account suspended'),
  'merchant.restored': kind('STATUS', 'merchant', '账户已恢复', 'Account restored'),
  'merchant.closed': kind('STATUS', 'mail', '账户已关闭', 'Account closed'),
  'digest.weekly': kind('STATUS', 'mail', '每周摘要', 'Weekly digest'),
  'channel.off': kind('ALARM', 'mail', '群机器人已停用', 'Chat robot switched off'),
  'notify.test': kind('STATUS', 'mail', '测试邮件', 'Test mail'),
  'admin.due': kind('ALARM', 'mail', '即将到期的预警（平台人员）', 'Alerts about to fall due (staff)'),
  'admin.queue': kind('ALARM', 'mail', '待人工处理的预警（平台人员）', 'Alerts waiting for staff'),
  'admin.queue-due': kind('ALARM', 'mail', '待办队列即将到期（平台人员）', 'Queue about to fall due (staff)'),
  'audit.broken': kind(
    'ALARM',
    'mail',
    '审计日志校验未通过（系统管理员）',
    'Audit log does not verify (system admins)',
  ),
  'security.alarm': kind('ALARM', 'mail', '安全告警（系统管理员）', 'Security alarm (system admins)'),
  'merchant.invited': kind('ACCOUNT', 'mail', '邀请商户开通账户', 'Merchant invited by the platform'),
  'merchant.activate': kind('ACCOUNT', 'mail', '重发商户激活', 'Merchant activation sent again'),
  'staff.invited': kind('ACCOUNT', 'mail', '邀请平台人员', 'Staff invited'),
  'account.activate': kind('ACCOUNT', 'mail', '注册后激活账户', 'Activation after registering'),
  'account.exists': kind('ACCOUNT', 'mail', '邮箱已有账户', 'Address has an account already'),
  'account.invited': kind('ACCOUNT', 'mail', '邀请同事', 'Colleague invited'),
  'account.reset': kind('ACCOUNT', 'mail', '重置密码', 'Password reset'),
  'account.password-changed': kind('ACCOUNT', 'mail', '密码已更改', 'Password changed'),
  'account.email-confirm': kind('ACCOUNT', 'mail', '确认新邮箱', 'Confirm the new address'),
  'account.email-asked': kind('ACCOUNT', 'mail', '有人请求更换邮箱', 'Change of address asked for'),
  'account.email-changed': kind('ACCOUNT', 'mail', '邮箱已更换', 'Address changed'),
  'account.new-device': kind('ACCOUNT', 'mail', '在新设备上登录', 'Sign-in from a new device'),
  'account.totp-on': kind('ACCOUNT', 'mail', '两步验证已开启', 'Two-step verification on'),
  'account.totp-off': kind('ACCOUNT', 'mail', '两步验证已关闭', 'Two-step verification off'),
  'account.recovery-used': kind('ACCOUNT', 'mail', '使用了恢复码登录', 'Recovery code used'),
  'account.reuse': kind('ACCOUNT', 'mail', '登录凭证可能被复制', 'Sign-in may have been copied'),
};
