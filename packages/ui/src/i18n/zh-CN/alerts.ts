import type {
  AnswerAction,
  CardBrand,
  EventKind,
  FeedbackStatus,
  HoldReason,
  MatchStatus,
  MatchTier,
  ProcessAction,
  ProcessStatus,
  Program,
  RiskLevel,
} from '@forewarn/core/alerts/model';

/** What an event's sentence may be filled with; texts are ready for the reader. */
export interface EventFacts {
  /** Who did it; the system when empty. */
  actor: string;
  action: string;
  recipient: string;
  fields: string;
  reason: string;
  /** How the alert found its card. */
  tier: string;
  /** What the alert network said. */
  notice: string;
  /** The merchant's rule that did it. */
  rule: string;
  /** Who was put in charge. */
  to: string;
}

const because = (reason: string) => (reason ? `：${reason}` : '');

export const alertLabels = {
  program: { ETHOCA: 'Ethoca', RDR: 'RDR' } satisfies Record<Program, string>,
  cardBrand: {
    VISA: 'Visa',
    MASTERCARD: 'Mastercard',
    AMEX: 'American Express',
    UNIONPAY: '银联',
    JCB: 'JCB',
    DISCOVER: 'Discover',
    DINERS: 'Diners Club',
    OTHER: '其他',
  } satisfies Record<CardBrand, string>,
  /** What networks call a card’s type; other words are shown as they came. */
  riskLevel: { LOW: '低', MEDIUM: '中', HIGH: '高' } satisfies Record<RiskLevel, string>,
  risk: { LOW: '低风险', MEDIUM: '中风险', HIGH: '高风险' } satisfies Record<RiskLevel, string>,
  riskSource: { PROVIDER: '预警服务方给出', COMPUTED: '系统评估' } satisfies Record<'PROVIDER' | 'COMPUTED', string>,
  matchStatus: { MATCHED: '已匹配', UNMATCHED: '未匹配', MULTIPLE: '多条匹配' } satisfies Record<MatchStatus, string>,
  matchTier: {
    EXACT: '精确匹配',
    EMPTY_CAID: '模糊匹配（授权卡无 CAID）',
    DESCRIPTOR: '仅按描述符匹配',
    ALIAS: '描述符别名',
    MANUAL: '人工指派',
  } satisfies Record<MatchTier, string>,
  holdReason: {
    AMBIGUOUS_MERCHANTS: '归属待核对',
    MERCHANT_PENDING: '商户未激活',
    MERCHANT_SUSPENDED: '商户已暂停',
    MERCHANT_CLOSED: '商户已关闭',
  } satisfies Record<HoldReason, string>,
  processStatus: { PENDING: '待处理', PROCESSED: '已处理', IGNORED: '已忽略' } satisfies Record<ProcessStatus, string>,
  action: {
    CONFIRM_TRANSACTION: '确认交易',
    REFUND: '申请退款',
    DISPUTE: '争议处理',
    MARK_FRAUD: '标记欺诈',
    IGNORE: '忽略预警',
    INVALID_NOT_FOUND: '找不到该交易',
    INVALID_CHARGEBACK_BEFORE: '预警前已拒付',
    INVALID_REFUNDED_BEFORE: '预警前已退款',
    INVALID_TRANSACTION_FAILED: '交易未成功',
    INVALID_DUPLICATE: '重复预警',
    REFUNDED_BY_NETWORK: '卡组织已自动退款',
  } satisfies Record<ProcessAction | AnswerAction, string>,
  feedbackStatus: {
    NONE: '无需送达',
    QUEUED: '待送出',
    PENDING_RETRY: '等待重试',
    SENT: '已送达',
    ACCEPTED: '已被接受',
    REJECTED: '被退回',
    EXPIRED: '超时未送达',
  } satisfies Record<FeedbackStatus, string>,
  actor: { merchant: '商户', staff: '平台人员', system: '系统' } satisfies Record<
    'merchant' | 'staff' | 'system',
    string
  >,
  /** What the alert network may say about an alert afterwards. */
  notice: {
    ACCEPTED: '已接受',
    REJECTED: '已退回',
    EXPIRED: '已过期',
    PREVENTED: '已避免拒付',
    CHARGEBACK: '已转为拒付',
    CANCELLED: '已取消',
  },
  /** Fields whose change an event names. */
  field: {
    program: '预警类型',
    descriptor: '描述符',
    descriptorRegister: '报备描述符',
    cardBin: '卡 BIN',
    cardLast4: '卡号后四位',
    caid: 'CAID',
    amount: '金额',
    currency: '币种',
    transactionId: '交易号',
    merchantOrderId: '订单号',
    arn: 'ARN',
    alertTime: '预警时间',
    deadline: '处理时限',
    riskLevel: '风险等级',
    riskSource: '评级来源',
    reasonCode: '原因代码',
    alertStatus: '预警状态',
    outcome: '网络处理结果',
    details: '附加信息',
  },
  event: {
    RECEIVED: () => '收到预警',
    DUPLICATE_RECEIVED: () => '再次收到相同的预警，未重复处理',
    UPDATED: (f) => (f.fields ? `预警内容有更新：${f.fields}` : '预警内容有更新'),
    MATCHED: (f) => `已匹配到授权卡${because(f.tier)}`,
    UNMATCHED: (f) => `没有匹配到授权卡，等待人工核对${because(f.reason)}`,
    HELD: (f) => `暂缓处理${because(f.reason)}`,
    RELEASED: (f) => `核对完成，恢复处理${because(f.reason)}`,
    QUEUE_HALF: () => '时间过半仍在待办队列，已再次提醒平台人员',
    QUEUE_LAST: () => '距截止约 2 小时仍在待办队列，已再次提醒平台人员',
    HANDED_OVER: (f) => (f.to ? `${f.actor}把预警交给 ${f.to}` : `${f.actor}取消了负责人`),
    ASSIGNED: (f) => `${f.actor}确认了归属${because(f.reason)}`,
    MAIL_SENT: (f) => (f.recipient ? `邮件已发送给 ${f.recipient}` : '邮件已发送'),
    MAIL_FAILED: (f) => `邮件发送失败${f.recipient ? `（${f.recipient}）` : ''}${because(f.reason)}`,
    VIEWED: (f) => `${f.actor}查看了预警`,
    ANSWERED: (f) =>
      f.rule
        ? `规则“${f.rule}”自动提交了处理结果${because(f.action)}`
        : f.reason
          ? `${f.actor}代商户提交了处理结果：${f.action}${because(f.reason)}`
          : `${f.actor}提交了处理结果${because(f.action)}`,
    ANSWER_RETRY: (f) => `处理结果暂未送达，将自动重试${because(f.reason)}`,
    ANSWER_SENT: () => '处理结果已送达预警服务方',
    ANSWER_ACCEPTED: () => '预警服务方已接受处理结果',
    ANSWER_REJECTED: (f) => `处理结果被退回${because(f.reason)}`,
    ANSWER_EXPIRED: () => '超过时限，处理结果未能送达',
    RULE_LEFT: (f) => `规则“${f.rule}”未能自动处理，已转人工`,
    CORRECTED: (f) => (f.action ? `${f.actor}更正了处理结果：${f.action}` : `${f.actor}更正了处理结果`),
    SENT_AGAIN: (f) => `${f.actor}重新送出处理结果`,
    EXPIRED: () => '到处理时限仍没有处理结果',
    REOPENED: () => '处理时限延后，可以继续处理',
    STATUS_RECEIVED: (f) => `收到预警服务方的状态通知${because(f.notice)}`,
  } satisfies Record<EventKind, (facts: EventFacts) => string>,
};
