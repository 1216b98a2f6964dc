import { z } from 'zod';

/** What a chargeback costs a merchant in fees, by currency, major units; no currency is converted into another. */
export const ChargebackCost = z.object({
  amounts: z.record(z.string(), z.number().nonnegative()),
  /** Shown beside every figure: where it comes from, and of when. */
  source: z.string().min(1).max(200),
});
export type ChargebackCost = z.output<typeof ChargebackCost>;

/** The published fee of a large payment service for one dispute in the US; goods, work and a lost dispute's second fee come on top. */
export const DEFAULT_CHARGEBACK_COST: ChargebackCost = {
  amounts: { USD: 15 },
  source: 'Stripe, US dispute fee, 2025',
};

/** The operator's own figures (setting `suggest.chargebackCost`); what can't be read leaves the default. */
export function readChargebackCost(value: string | undefined): ChargebackCost {
  if (value === undefined) return DEFAULT_CHARGEBACK_COST;
  try {
    return ChargebackCost.parse(JSON.parse(value));
  } catch {
    return DEFAULT_CHARGEBACK_COST;
  }
}
