import { MATCH_TIERS } from '../alerts/model.ts';
import { SENSITIVE_FIELDS } from '../kernel/sensitive.ts';
import { after, DAY } from '../kernel/time.ts';
import type { FoundGap, FoundVariant } from './coverage-gaps.ts';
import { isEnrolable } from './gap-key.ts';
import { COVERAGE_ALERTS, COVERAGE_DAYS, type CoverageGap, type GapVariant } from './model.ts';
import { tallyOutput } from './tally.ts';

const VARIANTS_SHOWN = 5;

export function gapOutput(gap: FoundGap, dismissed: boolean): CoverageGap {
  const counted = tallyOutput(gap);
  return {
    descriptor: gap.descriptor,
    kind: gap.kind,
    ...counted,
    tiers: MATCH_TIERS.filter((tier) => gap.tiers.has(tier)),
    enrolable: isEnrolable(gap.descriptor, counted.programs),
    variants: gap.variants.slice(0, VARIANTS_SHOWN).map(variantOutput),
    variantCount: gap.variants.length,
    dismissed,
  };
}

function variantOutput({ kind, cardBin, caid, count, newestId }: FoundVariant): GapVariant {
  const cardBinMasked = cardBin === null ? null : SENSITIVE_FIELDS['alert.cardBin'].mask(cardBin);
  return { kind, alertId: newestId, cardBinMasked, caid, count };
}

/** Alerts from this time on are looked at. */
export function windowStart(now: Date): Date {
  return after(now, -COVERAGE_DAYS * DAY);
}

export function windowOutput(now: Date, alerts: number) {
  return {
    days: COVERAGE_DAYS,
    from: windowStart(now).toISOString(),
    alerts,
    cut: alerts >= COVERAGE_ALERTS,
  };
}
