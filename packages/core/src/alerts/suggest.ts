import { amountToNumber } from '../kernel/money.ts';
import { HOUR } from '../kernel/time.ts';
import type { ChargebackCost } from './chargeback-cost.ts';
import type { AnswerAction, CardBrand, DuplicateAlert, EarlierRefund, Suggestion, SuggestionReason } from './model.ts';
import { isFraudReason } from './risk.ts';
import { readThreeDSecure } from './three-d-secure.ts';

export interface SuggestFacts {
  /** Ten-thousandths. */
  amount: bigint;
  currency: string;
  reasonCode: string | null;
  cardBrand: CardBrand | null;
  threeDSecure: string | null;
  deadline: Date;
  duplicates: readonly DuplicateAlert[];
  refunds: readonly EarlierRefund[];
  /** What may still be refunded, ten-thousandths. */
  left: bigint;
  /** Other alerts of the same card about other transactions, and how many of the card's became chargebacks. */
  cardAlerts: number;
  cardChargebacks: number;
  cost: ChargebackCost;
}

/** An answer needs this much behind it: one weak sign alone suggests nothing. */
const ENOUGH = 2;

/**
 * Open rules, no more: each says what it saw, which answer that speaks for and how much it counts; the answer with the most is suggested,
 * if it has at least two and no other has as much. A transaction refunded before settles it. Null when no rule says anything.
 */
export function suggest(facts: SuggestFacts, now: Date): Suggestion | null {
  const reasons = [...refundReasons(facts), ...moneyReasons(facts), ...cardReasons(facts), ...noteReasons(facts, now)];
  if (reasons.length === 0) return null;
  return { action: strongest(reasons), reasons };
}

function refundReasons({ refunds, left }: SuggestFacts): SuggestionReason[] {
  if (left > 0n) return [];
  return refunds.slice(0, 1).map((refund) => ({
    code: refund.source === 'NETWORK' ? 'REFUNDED_BY_NETWORK' : 'REFUNDED_BY_ANSWER',
    favours: 'INVALID_DUPLICATE',
    weight: 100,
    facts: { id: refund.id, alertId: refund.alertId },
  }));
}

function moneyReasons({
  amount,
  currency,
  reasonCode,
  cardBrand,
  threeDSecure,
  cost,
}: SuggestFacts): SuggestionReason[] {
  const reasons: SuggestionReason[] = [];
  const secured = readThreeDSecure(threeDSecure);
  const fraud = isFraudReason(reasonCode, cardBrand);
  // The issuer's liability covers fraud; where the bank gave no reason, fraud is the usual one.
  if (secured === 'AUTHENTICATED' && (fraud || reasonCode === null))
    reasons.push({ code: 'THREE_DS', favours: 'DISPUTE', weight: 2, facts: {} });
  if (secured === 'NONE' && fraud)
    reasons.push({
      code: 'FRAUD_WITHOUT_THREE_DS',
      favours: 'REFUND',
      weight: 2,
      facts: { reasonCode: reasonCode ?? '' },
    });
  const price = cost.amounts[currency];
  if (price !== undefined && amountToNumber(amount) <= price)
    reasons.push({
      code: 'AMOUNT_BELOW_COST',
      favours: 'REFUND',
      weight: 2,
      facts: { amount: amountToNumber(amount), currency, cost: price, source: cost.source },
    });
  return reasons;
}

function cardReasons({ cardAlerts, cardChargebacks }: SuggestFacts): SuggestionReason[] {
  const reasons: SuggestionReason[] = [];
  if (cardChargebacks > 0)
    reasons.push({ code: 'CARD_CHARGED_BACK', favours: 'REFUND', weight: 2, facts: { count: cardChargebacks } });
  if (cardAlerts > 0) reasons.push({ code: 'REPEAT_CARD', favours: 'REFUND', weight: 1, facts: { count: cardAlerts } });
  return reasons;
}

/** Worth knowing, and no argument for one answer or another. */
function noteReasons({ duplicates, deadline }: SuggestFacts, now: Date): SuggestionReason[] {
  const reasons: SuggestionReason[] = duplicates
    .filter((other) => other.needsAnswer)
    .slice(0, 1)
    .map(({ id, alertId }) => ({ code: 'OTHER_ALERT_OPEN', favours: null, weight: 0, facts: { id, alertId } }));
  const left = deadline.getTime() - now.getTime();
  if (left > 0 && left < 2 * HOUR)
    reasons.push({ code: 'LITTLE_TIME', favours: null, weight: 0, facts: { minutes: Math.floor(left / 60_000) } });
  return reasons;
}

function strongest(reasons: readonly SuggestionReason[]): AnswerAction | null {
  const sums = new Map<AnswerAction, number>();
  for (const { favours, weight } of reasons) if (favours) sums.set(favours, (sums.get(favours) ?? 0) + weight);
  const [first, second] = [...sums].sort(([, a], [, b]) => b - a);
  if (!first || first[1] < ENOUGH || first[1] === second?.[1]) return null;
  return first[0];
}
