import type { QuickAction } from '@forewarn/core/alerts/model';

/** The page behind a mail's answer link, and the mails of an alert. */
export const quickZh = {
  page: '答复预警',
  heading: '答复拒付预警',
  forCompany: (company: string) => `${company} 收到的预警`,
  fields: { alertId: '预警编号', descriptor: '账单描述符', card: '卡号末四位', time: '预警时间', deadline: '处理截止' },
  signInInstead: '需要上传证据或选择其他处理方式？登录后处理',
  refundedBefore: '再次退款会把同一笔钱付两次，所以没有提交。请改选下面的答复；确需再次退款时，请登录后处理。',
  prefill: {
    REFUND: '已为持卡人退款。',
    CONFIRM_TRANSACTION: '交易属实，不退款。',
    INVALID_NOT_FOUND: '在我方系统中找不到该交易。',
    INVALID_CHARGEBACK_BEFORE: '收到预警前该交易已被拒付。',
    INVALID_REFUNDED_BEFORE: '收到预警前已退款。',
    INVALID_TRANSACTION_FAILED: '该交易未成功扣款。',
    INVALID_DUPLICATE: '同一交易已有另一条预警并已处理。',
  } satisfies Record<QuickAction, string>,
  done: {
    heading: '已收到您的答复',
    text: (action: string) => `处理方式：${action}。我们会立即送达预警服务方。`,
    after: '此链接已失效，可以关闭此页面。确认邮件会发送到通知邮箱。',
    view: '登录查看预警',
  },
  problem: {
    LINK_INVALID: { title: '链接无效', text: '链接可能不完整。请重新打开邮件中的链接，或登录后处理。' },
    LINK_USED: { title: '链接已使用过', text: '这条预警已通过此链接答复，不能再次提交。可登录查看处理结果。' },
    LINK_EXPIRED: {
      title: '已过处理截止时间',
      text: '链接在预警截止时失效。您仍可登录提交处理结果，部分银行会接受迟到的答复。',
    },
    ALERT_ALREADY_ANSWERED: {
      title: '这条预警已处理',
      text: '您的同事或平台已提交处理结果，无需再次答复。可登录查看。',
    },
    ANSWER_LINK_MOVED: { title: '暂时不能答复', text: '平台正在核对这条预警的归属。请等待新的通知，或联系平台客服。' },
    MERCHANT_SUSPENDED: { title: '账户已暂停', text: '账户恢复之前不能处理预警。请联系平台客服。' },
    ANSWER_NEEDS_SIGN_IN: { title: '请登录后处理', text: '贵公司要求登录后才能答复，或此邮箱不再用于接收预警。' },
  },
  signIn: '登录后处理',
  mails: {
    title: '邮件通知',
    none: '还没有发送邮件。',
    waits: (time: string) => `${time} 发送`,
    kind: {
      'alert.new': '新预警',
      'alert.refunded': '已自动退款',
      'alert.reminder': '未处理提醒',
      'alert.expired': '已过截止时间',
      'alert.answered': '处理确认',
      'alert.answer-failed': '处理结果未送达',
      'rule.answered': '规则已自动处理',
      'rule.left': '规则未能处理',
      'alert.mentioned': '同事在备注中提到',
      'alert.handed': '同事交来的预警',
    } as Record<string, string>,
    other: '邮件',
  },
};
