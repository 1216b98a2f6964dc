import { z } from 'zod';
import { MATCH_TIERS, PROGRAMS } from '../alerts/model.ts';
import { CardBin } from '../cards/model.ts';
import { Instant } from '../kernel/time.ts';

/** How far back gaps are looked for, and at how many alerts at most, the newest first: said on the page. */
export const COVERAGE_DAYS = 90;
export const COVERAGE_ALERTS = 10_000;
/** More than these nobody works through at a sitting. */
export const COVERAGE_SHOWN = 100;

/** An ACTIVE enrolment without an alert for this many days may be misspelt; the setting `cards.silentAfterDays` overrides it. */
export const SILENT_AFTER_DAYS = 60;

/**
 * - `DESCRIPTOR`: no open card has this descriptor.
 * - `BIN`: one has, but not with this BIN, so alerts come by their descriptor alone.
 * - `CAID`: descriptor and BIN are covered by a card without CAID; a card with it would fit exactly.
 */
export const GAP_KINDS = ['DESCRIPTOR', 'BIN', 'CAID'] as const;
export type GapKind = (typeof GAP_KINDS)[number];

const Id = z.coerce.number<number | string>().int().positive();
const Amount = z.object({
  currency: z.string(),
  /** Major units; never summed across currencies. */
  amount: z.number(),
  count: z.number().int(),
});

/** One combination of BIN and CAID in which a descriptor was seen, and which a card would cover. */
export const GapVariant = z.object({
  kind: z.enum(GAP_KINDS),
  /** The newest alert of it: what `descriptors.enrol` takes the card's fields from. */
  alertId: z.number().int(),
  /** The cards' BIN, masked; null when the alerts don't tell one that can be enrolled. */
  cardBinMasked: z.string().nullable(),
  caid: z.string(),
  count: z.number().int(),
});
export type GapVariant = z.output<typeof GapVariant>;

export const CoverageGap = z.object({
  descriptor: z.string(),
  kind: z.enum(GAP_KINDS),
  count: z.number().int(),
  lastSeen: Instant,
  amounts: z.array(Amount),
  programs: z.array(z.enum(PROGRAMS)),
  tiers: z.array(z.enum(MATCH_TIERS)),
  /** False: the text can't stand on a card as it is, or only RDR alerts carried it (they enrol by acquirer BIN). */
  enrolable: z.boolean(),
  /** The most frequent ones, at most five. */
  variants: z.array(GapVariant),
  variantCount: z.number().int(),
  dismissed: z.boolean(),
});
export type CoverageGap = z.output<typeof CoverageGap>;

/** What was looked at. `cut`: there were more alerts than are looked at. */
const Window = z.object({ days: z.number().int(), from: Instant, alerts: z.number().int(), cut: z.boolean() });

export const CoverageGaps = z.object({
  gaps: z.array(CoverageGap),
  /** How many there are, shown or not; dismissed ones apart. */
  total: z.number().int(),
  dismissed: z.number().int(),
  window: Window,
});
export type CoverageGaps = z.output<typeof CoverageGaps>;

/** Staff name the merchant; merchants see their own. */
export const GapsInput = z.object({
  merchantId: Id.optional(),
  /** The dismissed ones instead of the others. */
  dismissed: z.stringbool().or(z.boolean()).default(false),
});
export const MerchantChoice = z.object({ merchantId: Id.optional() });

export const UnmatchedDescriptor = z.object({
  descriptor: z.string(),
  count: z.number().int(),
  lastSeen: Instant,
  amounts: z.array(Amount),
  programs: z.array(z.enum(PROGRAMS)),
  enrolable: z.boolean(),
  variants: z.array(GapVariant),
  variantCount: z.number().int(),
});
export type UnmatchedDescriptor = z.output<typeof UnmatchedDescriptor>;
export const UnmatchedDescriptors = z.object({
  records: z.array(UnmatchedDescriptor),
  total: z.number().int(),
  window: Window,
});

export const EnrolGapInput = z.object({
  /** The number (not the provider's id) of an alert that carried the descriptor. */
  alertId: Id,
  /** Instead of the alert's own; required when that can't be enrolled. */
  cardBin: CardBin.optional(),
  /** Absent: the merchant's address. */
  notifyEmail: z.email().trim().max(100).optional(),
  /** Staff name the merchant when the alert has none. */
  merchantId: Id.optional(),
});

export const DismissInput = z.object({
  descriptor: z.string().trim().min(1).max(100),
  /** False: shows it again. */
  dismissed: z.boolean().default(true),
  merchantId: Id.optional(),
});
export const Dismissal = z.object({ descriptor: z.string(), dismissed: z.boolean() });

/** `NEVER`: no alert since it was enrolled; `STOPPED`: none lately, while the merchant's other descriptors had some. */
export const SILENCE_KINDS = ['NEVER', 'STOPPED'] as const;
export const SilentCard = z.object({
  cardId: z.number().int(),
  kind: z.enum(SILENCE_KINDS),
  lastAlertTime: Instant.nullable(),
});
export type SilentCard = z.output<typeof SilentCard>;
export const SilentCards = z.object({ days: z.number().int(), cards: z.array(SilentCard) });
export type SilentCards = z.output<typeof SilentCards>;

/** What the rules of `lintDescriptor` can't know by themselves. */
export const LintInput = z.object({ descriptor: z.string().trim().max(100), merchantId: Id.optional() });
export const LintAnswer = z.object({
  /** Descriptors in the merchant's alerts that resemble this one, or are it. `count` stops at 100. */
  seen: z.array(z.object({ descriptor: z.string(), count: z.number().int(), lastSeen: Instant })),
  /** Which of its usual variants the merchant has an open card for. */
  enrolled: z.array(z.string()),
});
export type LintAnswer = z.output<typeof LintAnswer>;
