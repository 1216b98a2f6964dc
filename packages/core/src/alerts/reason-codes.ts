import type { Locale } from '../kernel/locale.ts';

/**
 * Dispute reasons of Visa ("Dispute Management Guidelines for Visa Merchants", dispute conditions 10–13) and Mastercard ("Chargeback
 * Guide Merchant Edition", message reason codes, with older ones that issuers still send). Titles are the networks' own, translated.
 */
const REASONS: Record<string, Record<Locale, string>> = {
  '10.1': { 'zh-CN': '欺诈：伪卡（EMV 责任转移）', en: 'Fraud: counterfeit card (EMV liability shift)' },
  '10.2': { 'zh-CN': '欺诈：非伪卡（EMV 责任转移）', en: 'Fraud: not counterfeit (EMV liability shift)' },
  '10.3': { 'zh-CN': '欺诈：有卡交易环境', en: 'Fraud: card-present environment' },
  '10.4': { 'zh-CN': '欺诈：无卡交易环境', en: 'Fraud: card-absent environment' },
  '10.5': { 'zh-CN': '欺诈：卡组织欺诈监控计划', en: 'Fraud: the network’s fraud monitoring programme' },
  '11.1': { 'zh-CN': '授权：卡片在止付名单中', en: 'Authorisation: card recovery bulletin' },
  '11.2': { 'zh-CN': '授权：授权被拒绝', en: 'Authorisation: declined' },
  '11.3': { 'zh-CN': '授权：没有授权', en: 'Authorisation: none' },
  '12.1': { 'zh-CN': '处理差错：延迟提交', en: 'Processing: late presentment' },
  '12.2': { 'zh-CN': '处理差错：交易代码不正确', en: 'Processing: incorrect transaction code' },
  '12.3': { 'zh-CN': '处理差错：币种不正确', en: 'Processing: incorrect currency' },
  '12.4': { 'zh-CN': '处理差错：账号不正确', en: 'Processing: incorrect account number' },
  '12.5': { 'zh-CN': '处理差错：金额不正确', en: 'Processing: incorrect amount' },
  '12.6': { 'zh-CN': '处理差错：重复扣款或已用其他方式付款', en: 'Processing: charged twice or paid by other means' },
  '12.7': { 'zh-CN': '处理差错：数据无效', en: 'Processing: invalid data' },
  '13.1': { 'zh-CN': '消费争议：未收到商品或服务', en: 'Consumer dispute: goods or services not received' },
  '13.2': { 'zh-CN': '消费争议：订阅取消后仍被扣款', en: 'Consumer dispute: cancelled recurring payment' },
  '13.3': { 'zh-CN': '消费争议：与描述不符或有缺陷', en: 'Consumer dispute: not as described or defective' },
  '13.4': { 'zh-CN': '消费争议：假冒商品', en: 'Consumer dispute: counterfeit goods' },
  '13.5': { 'zh-CN': '消费争议：虚假陈述', en: 'Consumer dispute: misrepresentation' },
  '13.6': { 'zh-CN': '消费争议：退款未到账', en: 'Consumer dispute: credit not processed' },
  '13.7': { 'zh-CN': '消费争议：商品或服务已取消', en: 'Consumer dispute: cancelled goods or services' },
  '13.8': { 'zh-CN': '消费争议：原始贷记交易未被接受', en: 'Consumer dispute: original credit not accepted' },
  '13.9': { 'zh-CN': '消费争议：未收到现金或充值', en: 'Consumer dispute: cash or load not received' },
  '4808': { 'zh-CN': '授权问题', en: 'Authorisation-related' },
  '4812': { 'zh-CN': '账号不存在', en: 'Account number not on file' },
  '4831': { 'zh-CN': '交易金额不一致', en: 'Transaction amount differs' },
  '4834': { 'zh-CN': '受理差错（如重复扣款、金额错误）', en: 'Point-of-interaction error (for example charged twice)' },
  '4837': { 'zh-CN': '欺诈：未经持卡人授权', en: 'Fraud: no cardholder authorisation' },
  '4840': { 'zh-CN': '欺诈：交易处理涉嫌欺诈', en: 'Fraud: fraudulent processing of transactions' },
  '4841': {
    'zh-CN': '消费争议：订阅或数字商品取消后仍被扣款',
    en: 'Consumer dispute: cancelled recurring or digital goods',
  },
  '4842': { 'zh-CN': '处理差错：延迟提交', en: 'Processing: late presentment' },
  '4846': { 'zh-CN': '处理差错：币种代码不正确', en: 'Processing: currency code not correct' },
  '4849': { 'zh-CN': '欺诈：可疑的商户行为', en: 'Fraud: questionable merchant activity' },
  '4853': {
    'zh-CN': '消费争议（如未收到、与描述不符、已取消）',
    en: 'Cardholder dispute (not received, not as described, cancelled)',
  },
  '4854': { 'zh-CN': '消费争议：其他（仅美国）', en: 'Cardholder dispute, not elsewhere classified (US)' },
  '4855': { 'zh-CN': '消费争议：未提供商品或服务', en: 'Consumer dispute: goods or services not provided' },
  '4859': { 'zh-CN': '消费争议：附加费、未入住或 ATM', en: 'Addendum, no-show or ATM dispute' },
  '4860': { 'zh-CN': '消费争议：退款未到账', en: 'Consumer dispute: credit not processed' },
  '4863': { 'zh-CN': '欺诈：持卡人不认识这笔交易', en: 'Fraud: cardholder does not recognise the transaction' },
  '4870': { 'zh-CN': '欺诈：芯片责任转移', en: 'Fraud: chip liability shift' },
  '4871': {
    'zh-CN': '欺诈：芯片责任转移（丢失、被盗或未收到的卡）',
    en: 'Fraud: chip liability shift (lost, stolen, never received)',
  },
};

/** A reason code in words; `4837`, `48 37` and `12.6.1` are understood; null for what no table of ours knows. */
export function explainReasonCode(code: string | null, locale: Locale): string | null {
  const plain = code?.replaceAll(/\s/g, '') ?? '';
  const known = REASONS[plain] ?? REASONS[plain.split('.').slice(0, 2).join('.')];
  return known?.[locale] ?? null;
}
