import { exponentOf } from '../kernel/money.ts';
import { cardBrandOf } from './card-brand.ts';
import type { IncomingAlert } from './incoming.ts';
import type { CardBrand, RiskLevel, RiskReason } from './model.ts';
import { complaintKind } from './reason-codes.ts';

const FRAUD = /fraud|stolen|lost|counterfeit|欺诈|盗/i;
const NO_3DS = /^(n|no|false|0|not.?authenticated|none|否|未)/i;

/** What an alert is rated by; `amount` in ten-thousandths. */
export type RiskFacts = Pick<IncomingAlert, 'reasonCode' | 'amount' | 'currency'> & {
  cardBrand: CardBrand | null;
  details: Pick<IncomingAlert['details'], 'riskScore' | 'riskReason' | 'threeDSecure'>;
};

/** Whether the bank's reason says fraud: by its code at the card's network, or in its words. */
export function isFraudReason(reasonCode: string | null, brand: CardBrand | null): boolean {
  return reasonCode !== null && (complaintKind(reasonCode, brand) === 'fraud' || FRAUD.test(reasonCode));
}

/**
 * A level where the provider sends none or one we don't know, with what it rests on. Points: fraud reason 2, score ≥ 70 of 100 2,
 * amount ≥ 200 (20,000 for currencies without decimals) 1, no 3-D Secure 1. Three and more HIGH, one and two MEDIUM, none LOW; nothing
 * known MEDIUM.
 */
export function assessRisk({ reasonCode, cardBrand, details, amount, currency }: RiskFacts): {
  level: RiskLevel;
  reasons: RiskReason[];
} {
  const reasons: RiskReason[] = [];
  const big = exponentOf(currency) === 0 ? 200_000_000n : 2_000_000n;
  const score = details.riskScore === null ? Number.NaN : Number(details.riskScore);
  if (isFraudReason(reasonCode, cardBrand)) reasons.push({ code: 'FRAUD_REASON', points: 2, fact: reasonCode ?? '' });
  else if (FRAUD.test(details.riskReason ?? ''))
    reasons.push({ code: 'FRAUD_REASON', points: 2, fact: details.riskReason ?? '' });
  if (score >= 70) reasons.push({ code: 'SCORE_HIGH', points: 2, fact: String(score) });
  if (amount >= big) reasons.push({ code: 'AMOUNT_HIGH', points: 1, fact: String(big / 10_000n) });
  if (details.threeDSecure && NO_3DS.test(details.threeDSecure))
    reasons.push({ code: 'NO_THREE_DS', points: 1, fact: details.threeDSecure });
  const points = reasons.reduce((sum, reason) => sum + reason.points, 0);
  if (points >= 3) return { level: 'HIGH', reasons };
  if (points >= 1) return { level: 'MEDIUM', reasons };
  const known = reasonCode !== null || !Number.isNaN(score) || details.threeDSecure !== null;
  if (known) return { level: 'LOW', reasons };
  return { level: 'MEDIUM', reasons: [{ code: 'NOTHING_SAID', points: 0, fact: '' }] };
}

export function computeRisk(alert: IncomingAlert): RiskLevel {
  return assessRisk({ ...alert, cardBrand: cardBrandOf(alert.details.cardBrand, alert.cardBin) }).level;
}
