import { query } from '../kernel/operation.ts';
import { coverageGaps } from './coverage-gaps.ts';
import { dismissedOf } from './dismissal-store.ts';
import { gapOutput, windowOutput, windowStart } from './gap-output.ts';
import { COVERAGE_SHOWN, CoverageGaps, GapsInput } from './model.ts';
import { openCards, seenByMerchant } from './store.ts';
import { merchantAsked } from './whose.ts';

/**
 * Descriptors in the merchant's recent alerts that no open card covers exactly: those alerts came by luck (a fallback tier) or by hand.
 * Each names the combinations that `descriptors.enrol` can put under watch.
 */
export const listGaps = query('descriptors.gaps', {
  permission: 'alert:view',
  input: GapsInput,
  output: CoverageGaps,
  summary: 'Descriptors seen in recent alerts that no card covers exactly.',
}).run(async (ctx, input) => {
  const merchantId = merchantAsked(ctx, input.merchantId);
  const now = ctx.now();
  const [seen, cards, dismissed] = await Promise.all([
    seenByMerchant(ctx, merchantId, windowStart(now)),
    openCards(ctx, merchantId),
    dismissedOf(ctx, merchantId),
  ]);
  const all = coverageGaps(seen.groups, cards);
  const chosen = all.filter((gap) => dismissed.has(gap.matchDescriptor) === input.dismissed);
  return {
    gaps: chosen.slice(0, COVERAGE_SHOWN).map((gap) => gapOutput(gap, input.dismissed)),
    total: chosen.length,
    dismissed: all.filter((gap) => dismissed.has(gap.matchDescriptor)).length,
    window: windowOutput(now, seen.alerts),
  };
});
