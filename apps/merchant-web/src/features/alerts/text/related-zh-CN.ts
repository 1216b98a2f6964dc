import type {
  EarlierRefund,
  Program,
  Relation,
  RiskCode,
  SameTransactionBy,
  SuggestionCode,
} from '@forewarn/core/alerts/model';

/** Figures of a reason, formatted. */
export interface ReasonFacts {
  count: number;
  alertId: string;
  reasonCode: string;
  amount: string;
  cost: string;
  source: string;
}

/** Other alerts beside an alert, what was refunded before, what is suggested, and why we rate it as we do. */
export const relatedZh = {
  title: '相关预警',
  hint: '仅统计贵公司收到的其他预警。',
  group: { CARD: '同一张卡', TRANSACTION: '同一交易号', DESCRIPTOR: '同一描述符' } satisfies Record<Relation, string>,
  count: (count: number, more: boolean) => (count === 0 ? '没有其他预警' : `${more ? '超过 ' : ''}${count} 条`),
  chargebacks: (count: number) => `${count} 条转为拒付`,
  prevented: (count: number) => `${count} 条已避免拒付`,
  open: '待处理',
  missed: '超时未处理',
  duplicate: {
    title: '同一笔交易还有其他预警',
    by: {
      ARN: '两条预警的 ARN 相同。',
      TRANSACTION_ID: '两条预警的交易号相同。',
      CARD: '两条预警的卡号、金额、币种相同，时间相近。',
    } satisfies Record<SameTransactionBy, string>,
    authCode: '授权码也一致。',
    program: { ETHOCA: 'Ethoca 预警', RDR: 'RDR 预警' } satisfies Record<Program, string>,
    once: '一笔交易只需退款一次。',
    open: '另一条也在等待处理：退款一次即可，另一条请选择“重复预警”。',
    answerThat: '另一条仍在等待处理，请打开它并选择“重复预警”。',
  },
  refunded: {
    title: '这笔交易已经退过款',
    source: {
      NETWORK: (what: string, when: string) => `卡组织已在 ${when} 自动退款 ${what}。`,
      ANSWER: (what: string, when: string) => `您已在 ${when} 答复退款 ${what}。`,
      STATED: (_what: string, when: string) => `您在 ${when} 答复“预警前已退款”。`,
    } satisfies Record<EarlierRefund['source'], (what: string, when: string) => string>,
    alert: (alertId: string) => `预警 ${alertId}`,
    left: (left: string) => `还可以退的金额：${left}。`,
  },
  dialog: {
    title: '先别退款：这笔交易已经退过',
    text: '再次退款会把同一笔钱付两次，通常无法追回。',
    instead: '改为答复“重复预警”',
    insteadBefore: '改为答复“预警前已退款”',
    goOn: '我已核对，仍要再次退款',
  },
  suggestion: {
    title: '处理建议',
    none: '规则没有得出明确建议，请根据下面的情况判断。',
    use: '采用这个建议',
    used: '已在下方选中，请补充说明后提交。',
    why: '为什么？',
    hide: '收起理由',
    honest: '按公开的规则推算，不会替您提交；最终由您决定。',
    favours: (action: string) => `倾向：${action}`,
    note: '供参考',
    reason: {
      REFUNDED_BY_NETWORK: (f: ReasonFacts) =>
        `同一笔交易已由卡组织自动退款（预警 ${f.alertId}），再次退款会重复付款。`,
      REFUNDED_BY_ANSWER: (f: ReasonFacts) => `同一笔交易的退款已在预警 ${f.alertId} 中答复过。`,
      THREE_DS: () => '交易通过了 3-D Secure 验证：欺诈类拒付的责任通常由发卡行承担，可以考虑争议并提交证据。',
      FRAUD_WITHOUT_THREE_DS: (f: ReasonFacts) =>
        `银行给出的原因是欺诈（${f.reasonCode}），交易又没有 3-D Secure 验证：责任通常由商户承担。`,
      AMOUNT_BELOW_COST: (f: ReasonFacts) => `金额 ${f.amount} 不高于一次拒付的费用 ${f.cost}（来源：${f.source}）。`,
      CARD_CHARGED_BACK: (f: ReasonFacts) => `这张卡已有 ${f.count} 条预警转为拒付。`,
      REPEAT_CARD: (f: ReasonFacts) => `这张卡另有 ${f.count} 条预警，可能被盗用或习惯性拒付。`,
      OTHER_ALERT_OPEN: (f: ReasonFacts) => `同一笔交易的另一条预警 ${f.alertId} 也在等待处理，只需退款一次。`,
      LITTLE_TIME: () => '剩余时间不足 2 小时，请现在决定。',
    } satisfies Record<SuggestionCode, (facts: ReasonFacts) => string>,
  },
  risk: {
    points: (points: number) => `${points} 分`,
    scale: '3 分及以上为高风险，1–2 分为中风险，0 分为低风险。',
    nothing: '没有发现风险信号。',
    reason: {
      FRAUD_REASON: (fact: string) => `原因属于欺诈：${fact}`,
      SCORE_HIGH: (fact: string) => `风险评分 ${fact}（70 及以上）`,
      AMOUNT_HIGH: (fact: string) => `金额不低于 ${fact}`,
      NO_THREE_DS: () => '没有 3-D Secure 验证',
      NOTHING_SAID: () => '预警没有提供可供判断的信息，按中风险处理',
    } satisfies Record<RiskCode, (fact: string) => string>,
  },
  changes: {
    title: '网络更新的内容',
    nothing: '其他附加信息有变化。',
    absent: '无',
  },
};
