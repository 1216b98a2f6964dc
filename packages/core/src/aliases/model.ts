import { z } from 'zod';
import { PageInput, pageOf } from '../kernel/page.ts';
import { Instant } from '../kernel/time.ts';

const Id = z.coerce.number<number | string>().int().positive();
const Reason = z.string().trim().min(2).max(500);
const Flag = z.stringbool().or(z.boolean());

/** How many waiting alerts are looked through for a preview, and how many of those that fit it names. */
export const ALIAS_LOOKED = 5000;
export const ALIAS_SHOWN = 200;

/** "Alerts with this descriptor belong to this merchant": decides only where no card fits. */
export const DescriptorAlias = z.object({
  id: z.number().int(),
  descriptor: z.string(),
  /** Null: whatever the BIN. */
  cardBinMasked: z.string().nullable(),
  merchantId: z.number().int(),
  merchantName: z.string(),
  cardId: z.number().int().nullable(),
  reason: z.string(),
  createdBy: z.string().nullable(),
  createdTime: Instant,
});
export type DescriptorAlias = z.output<typeof DescriptorAlias>;

export const AliasListInput = PageInput.extend({
  merchantId: Id.optional(),
  /** The start of a descriptor. */
  keyword: z.string().trim().max(100).optional(),
});
export const AliasPage = pageOf(DescriptorAlias);

/** `alertId` is the number of an alert that carries the descriptor. */
export const AliasPreviewInput = z.object({
  alertId: Id,
  merchantId: Id,
  /** Only alerts with this alert's BIN. */
  withBin: Flag.default(false),
});

/** A waiting alert that the alias would decide. */
export const WaitingAlert = z.object({
  id: z.number().int(),
  alertId: z.string(),
  descriptor: z.string(),
  cardBinMasked: z.string().nullable(),
  amount: z.number(),
  currency: z.string(),
  deadline: Instant,
});
export type WaitingAlert = z.output<typeof WaitingAlert>;

export const AliasPreview = z.object({
  descriptor: z.string(),
  cardBinMasked: z.string().nullable(),
  /** Whose it was said to be before; the same merchant's own counts too. */
  known: z.object({ id: z.number().int(), merchantId: z.number().int(), merchantName: z.string() }).nullable(),
  /** Most urgent first, the named alert among them; at most {@link ALIAS_SHOWN}. */
  waiting: z.array(WaitingAlert),
  total: z.number().int(),
});
export type AliasPreview = z.output<typeof AliasPreview>;

export const LearnAliasInput = AliasPreviewInput.extend({
  /** The merchant's card that such alerts go with. */
  cardId: Id.optional(),
  reason: Reason,
});
export const RemoveAliasInput = z.object({ id: Id, reason: Reason });
export const RemovedAlias = z.object({ id: z.number().int() });
