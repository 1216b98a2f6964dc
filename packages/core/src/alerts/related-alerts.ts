import type { Context } from '../kernel/context.ts';
import { appError } from '../kernel/errors.ts';
import { amountToNumber, parseAmount } from '../kernel/money.ts';
import { query } from '../kernel/operation.ts';
import { readChargebackCost } from './chargeback-cost.ts';
import { openDetails } from './content.ts';
import { refundLeft } from './earlier-refunds.ts';
import { type AlertRow, alertById } from './intake-store.ts';
import { AlertId, RELATED_COUNT_LIMIT, RELATIONS, RelatedAlerts, type RelatedGroup, type Relation } from './model.ts';
import { chargebackCostSetting, type RelativesOf, relatedCountQuery, relatedQuery } from './relatives-store.ts';
import { findAlertRef } from './store.ts';
import { suggest } from './suggest.ts';
import { type Twins, toRelated, twinsOf } from './twins.ts';

/** How many of each are named. */
const SHOWN = 5;

/**
 * the merchant's other alerts with the same card, transaction or descriptor, those about the very same transaction, what was
 * refunded before, and what open rules suggest. 404 outside the reader's scope; an alert without a merchant has no relatives.
 */
export const relatedAlerts = query('alerts.related', {
  permission: 'alert:view',
  input: AlertId,
  output: RelatedAlerts,
  summary: 'Other alerts of the same card, transaction and descriptor, earlier refunds, and a suggested answer.',
}).run(async (ctx, { id }) => {
  const alertRef = await findAlertRef(ctx, id);
  const alert = alertRef === undefined ? undefined : await alertById(ctx.db, alertRef);
  if (!alert) throw appError('ALERT_NOT_FOUND');
  const amount = parseAmount(alert.amount) ?? 0n;
  if (alert.merchantId === null)
    return { groups: [], duplicates: [], refunds: [], refundLeft: amountToNumber(amount), suggestion: null };
  const of = { id: alert.id, merchantId: alert.merchantId, held: ctx.scope === 'all' };
  const [twins, ...groups] = await Promise.all([
    twinsOf(ctx, alert, of),
    ...RELATIONS.filter((relation) => has(alert, relation)).map((relation) => groupOf(ctx, of, relation, alert)),
  ]);
  const left = refundLeft(amount, alert.currency, twins.refunds);
  return {
    groups,
    ...twins,
    refundLeft: amountToNumber(left),
    suggestion: await suggestionFor(ctx, alert, {
      twins,
      left,
      card: groups.find(({ relation }) => relation === 'CARD'),
    }),
  };
});

function has({ cardBin, cardLast4, transactionId, descriptor }: AlertRow, relation: Relation): boolean {
  if (relation === 'CARD') return Boolean(cardBin && cardLast4);
  return Boolean(relation === 'TRANSACTION' ? transactionId : descriptor);
}

async function groupOf(ctx: Context, of: RelativesOf, relation: Relation, alert: AlertRow): Promise<RelatedGroup> {
  const [figures, rows] = await Promise.all([
    relatedCountQuery(ctx.db, of, relation, alert).executeTakeFirstOrThrow(),
    relatedQuery(ctx.db, of, relation, alert, SHOWN).execute(),
  ]);
  return {
    relation,
    count: Math.min(Number(figures.count), RELATED_COUNT_LIMIT + 1),
    chargebacks: Number(figures.chargebacks),
    prevented: Number(figures.prevented),
    records: rows.map(toRelated),
  };
}

async function suggestionFor(
  ctx: Context,
  alert: AlertRow,
  { twins, left, card }: { twins: Twins; left: bigint; card: RelatedGroup | undefined },
) {
  if (alert.needsAnswer !== 1) return null;
  const details = openDetails(alert.detailsEnc, alert.alertId, ctx.ports.cipher);
  const facts = {
    amount: parseAmount(alert.amount) ?? 0n,
    currency: alert.currency,
    reasonCode: alert.reasonCode,
    cardBrand: alert.cardBrand,
    threeDSecure: details?.threeDSecure ?? null,
    deadline: alert.deadline,
    ...twins,
    left,
    cardAlerts: Math.max((card?.count ?? 0) - twins.duplicates.length, 0),
    cardChargebacks: card?.chargebacks ?? 0,
    cost: readChargebackCost(await chargebackCostSetting(ctx.db)),
  };
  return suggest(facts, ctx.now());
}
