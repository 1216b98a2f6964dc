import { exponentOf } from '../kernel/money.ts';
import type { IncomingAlert } from './incoming.ts';
import type { RiskLevel } from './model.ts';

const FRAUD = /fraud|stolen|lost|counterfeit|欺诈|盗/i;
const FRAUD_CODES = new Set(['10.1', '10.2', '10.3', '10.4', '10.5', '4837', '4863', '4870', '4871']);
const NO_3DS = /^(n|no|false|0|not.?authenticated|none|否|未)/i;

/**
 * A level where the provider sends none or one we don't know. Points: fraud reason 2, score ≥ 70 of 100 2, amount ≥ 200
 * (20,000 for currencies without decimals) 1, no 3-D Secure 1. Three and more HIGH, one and two MEDIUM, none LOW; nothing known MEDIUM.
 */
export function computeRisk(alert: IncomingAlert): RiskLevel {
  const { reasonCode, details, amount, currency } = alert;
  const big = exponentOf(currency) === 0 ? 200_000_000n : 2_000_000n;
  const score = details.riskScore === null ? Number.NaN : Number(details.riskScore);
  let points = amount >= big ? 1 : 0;
  if ((reasonCode && (FRAUD_CODES.has(reasonCode) || FRAUD.test(reasonCode))) || FRAUD.test(details.riskReason ?? ''))
    points += 2;
  if (score >= 70) points += 2;
  if (details.threeDSecure && NO_3DS.test(details.threeDSecure)) points += 1;
  if (points >= 3) return 'HIGH';
  if (points >= 1) return 'MEDIUM';
  const known = reasonCode !== null || !Number.isNaN(score) || details.threeDSecure !== null;
  return known ? 'LOW' : 'MEDIUM';
}
