import type { Locale } from '../kernel/locale.ts';

/** What kind of complaint it is; each in the words that stand before it. */
export const COMPLAINT_KINDS = {
  fraud: { 'zh-CN': '欺诈', en: 'Fraud' },
  authorisation: { 'zh-CN': '授权', en: 'Authorisation' },
  processing: { 'zh-CN': '处理差错', en: 'Processing' },
  consumer: { 'zh-CN': '消费争议', en: 'Consumer dispute' },
  request: { 'zh-CN': '调单', en: 'Document request' },
} satisfies Record<string, Record<Locale, string>>;
export type ComplaintKind = keyof typeof COMPLAINT_KINDS;

/** Kind, in Chinese, in English. */
type Words = readonly [kind: ComplaintKind, zh: string, en: string];

/** What cardholders and issuers complain about. Networks number the same complaints differently: their codes are in `reason-codes.ts`. */
export const COMPLAINTS = {
  fraud: ['fraud', '持卡人否认交易', 'the cardholder denies the transaction'],
  counterfeitLiability: ['fraud', '伪卡（EMV 责任转移）', 'counterfeit card (EMV liability shift)'],
  stolenLiability: [
    'fraud',
    '丢失、被盗或未收到的卡（EMV 责任转移）',
    'lost, stolen or never received card (EMV liability shift)',
  ],
  notCounterfeitLiability: ['fraud', '非伪卡（EMV 责任转移）', 'not counterfeit (EMV liability shift)'],
  chipLiability: ['fraud', '芯片责任转移', 'chip liability shift'],
  counterfeit: ['fraud', '伪卡', 'counterfeit card'],
  cardPresent: ['fraud', '有卡交易环境', 'card-present environment'],
  cardAbsent: ['fraud', '无卡交易环境', 'card-absent environment'],
  monitored: ['fraud', '卡组织欺诈监控计划', 'the network’s fraud monitoring programme'],
  unauthorised: ['fraud', '未经持卡人授权', 'no cardholder authorisation'],
  fraudulentProcessing: ['fraud', '交易处理涉嫌欺诈', 'fraudulent processing of transactions'],
  questionableMerchant: ['fraud', '可疑的商户行为', 'questionable merchant activity'],
  notRecognised: ['fraud', '持卡人不认识这笔交易', 'cardholder does not recognise the transaction'],
  severalUnauthorised: ['fraud', '未经授权的多笔交易', 'several unauthorised transactions'],
  noImprint: ['fraud', '缺少卡片印记', 'missing imprint'],
  noSignature: ['fraud', '缺少持卡人签名', 'missing signature'],
  fullRecourse: ['fraud', '欺诈全额追索计划', 'fraud full recourse programme'],

  stopList: ['authorisation', '卡片在止付名单中', 'card on the stop list'],
  declined: ['authorisation', '授权被拒绝', 'declined'],
  notAuthorised: ['authorisation', '没有有效授权', 'no valid authorisation'],
  authorisationRules: ['authorisation', '未按授权要求处理', 'authorisation-related'],
  aboveAuthorised: ['authorisation', '金额超过授权金额', 'amount exceeds the authorisation'],
  authorisationExpired: ['authorisation', '授权已过期', 'authorisation expired'],
  cardExpired: ['authorisation', '卡片无效或已过期', 'card not valid or expired'],
  splitSale: ['authorisation', '拆单以规避授权', 'sale split to avoid authorisation'],

  late: ['processing', '延迟提交', 'late presentment'],
  wrongCode: ['processing', '交易代码不正确', 'incorrect transaction code'],
  wrongCurrency: ['processing', '币种不正确', 'incorrect currency'],
  wrongAccount: ['processing', '卡号不正确或不存在', 'incorrect or unknown card number'],
  wrongAmount: ['processing', '金额不正确', 'incorrect amount'],
  duplicate: ['processing', '重复扣款', 'charged twice'],
  otherMeans: ['processing', '已用其他方式付款', 'paid by other means'],
  duplicateOrOtherMeans: ['processing', '重复扣款或已用其他方式付款', 'charged twice or paid by other means'],
  invalidData: ['processing', '数据无效', 'invalid data'],
  pointOfInteraction: [
    'processing',
    '受理差错（如重复扣款、金额错误）',
    'point of interaction (for example charged twice)',
  ],
  creditAsCharge: ['processing', '退款被记为扣款', 'credit posted as a charge'],
  chargeAsCredit: ['processing', '扣款被记为退款', 'charge posted as a credit'],
  failedButCharged: ['processing', '交易未成功却已扣款', 'failed, but charged'],
  instalments: ['processing', '分期付款争议', 'instalment billing'],
  certificate: ['processing', '芯片交易证书（TC）有误或未提供', 'chip transaction certificate wrong or missing'],

  dispute: ['consumer', '持卡人有异议', 'the cardholder disputes the charge'],
  cardholderDispute: [
    'consumer',
    '未收到、与描述不符或已取消等',
    'not received, not as described, cancelled, and the like',
  ],
  notElsewhere: ['consumer', '其他', 'not classified elsewhere'],
  notReceived: ['consumer', '未收到商品或服务', 'goods or services not received'],
  recurring: ['consumer', '订阅取消后仍被扣款', 'cancelled recurring payment'],
  recurringOrDigital: ['consumer', '订阅或数字商品取消后仍被扣款', 'cancelled recurring or digital goods'],
  notAsDescribed: ['consumer', '与描述不符或有缺陷', 'not as described or defective'],
  fake: ['consumer', '假冒商品', 'counterfeit goods'],
  misrepresented: ['consumer', '虚假陈述', 'misrepresentation'],
  creditMissing: ['consumer', '退款未到账', 'credit not processed'],
  cancelled: ['consumer', '商品或服务已取消', 'cancelled goods or services'],
  returned: ['consumer', '商品或服务已退回或拒收', 'goods or services returned or refused'],
  creditRefused: ['consumer', '原始贷记交易未被接受', 'original credit not accepted'],
  cashMissing: ['consumer', '未收到现金或充值', 'cash or load not received'],
  noShow: ['consumer', '未入住或预订已取消', 'no-show or cancelled reservation'],
  addendum: ['consumer', '附加费、未入住或 ATM', 'addendum, no-show or ATM'],
  rental: ['consumer', '租车费用争议', 'vehicle rental charges'],

  requested: ['request', '未按要求提供单据', 'documents not supplied'],
  illegible: ['request', '单据不清晰', 'illegible documents'],
} satisfies Record<string, Words>;
export type Complaint = keyof typeof COMPLAINTS;
