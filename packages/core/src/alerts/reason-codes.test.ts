import { describe, expect, it } from 'vitest';
import type { CardBrand } from './model.ts';
import { complaintKind, explainReasonCode } from './reason-codes.ts';

describe('A-150 the bank’s reason in words', () => {
  it.each<[string | null, CardBrand | null, string | null]>([
    ['10.4', 'VISA', 'Fraud: card-absent environment'],
    ['12.6.1', 'VISA', 'Processing: charged twice'],
    ['12.6.2', 'VISA', 'Processing: paid by other means'],
    ['13.1.9', 'VISA', 'Consumer dispute: goods or services not received'],
    [' 4837 ', 'MASTERCARD', 'Fraud: no cardholder authorisation'],
    ['48 53', 'MASTERCARD', 'Consumer dispute: not received, not as described, cancelled, and the like'],
    ['f29', 'AMEX', 'Fraud: card-absent environment'],
    ['4554', 'AMEX', 'Consumer dispute: goods or services not received'],
    ['UA02', 'DISCOVER', 'Fraud: card-absent environment'],
    ['RN2', 'DINERS', 'Consumer dispute: credit not processed'],
    ['546', 'JCB', 'Fraud: no cardholder authorisation'],
    ['4515', 'UNIONPAY', 'Fraud: the cardholder denies the transaction'],
    ['CONFIRMED_FRAUD', 'MASTERCARD', 'Fraud: the cardholder denies the transaction'],
    ['Customer Dispute', null, 'Consumer dispute: the cardholder disputes the charge'],
    // Another network's code on this card, or no brand at all: clear as long as one network alone uses it.
    ['10.4', 'JCB', 'Fraud: card-absent environment'],
    ['4837', null, 'Fraud: no cardholder authorisation'],
    ['no such code', 'VISA', null],
    [null, 'VISA', null],
  ])('%s of %s: %s', (code, brand, words) => expect(explainReasonCode(code, brand, 'en')).toBe(words));

  it('one number, two networks: each its own meaning, and none where the network isn’t known', () => {
    expect(explainReasonCode('4515', 'AMEX', 'zh-CN')).toBe('处理差错：已用其他方式付款');
    expect(explainReasonCode('4515', 'UNIONPAY', 'zh-CN')).toBe('欺诈：持卡人否认交易');
    expect(explainReasonCode('4515', null, 'zh-CN')).toBeNull();
    expect(explainReasonCode('4512', null, 'zh-CN'), 'both say the same').toBe('处理差错：重复扣款');
  });

  it('what counts as fraud', () => {
    expect(complaintKind('F24', 'AMEX')).toBe('fraud');
    expect(complaintKind('13.1', null)).toBe('consumer');
    expect(complaintKind('4515', null)).toBeNull();
    expect(complaintKind(null, null)).toBeNull();
  });
});
