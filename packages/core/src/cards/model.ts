import { z } from 'zod';
import { PageInput, pageOf } from '../kernel/page.ts';
import { Instant } from '../kernel/time.ts';

/** Document 000 §5.2 and `DRAFT`: 草稿, 待报备, 已报备, 报备失败, 已关闭. */
export const CARD_STATUSES = ['DRAFT', 'PENDING', 'REGISTERED', 'FAILED', 'CLOSED'] as const;
export type CardStatus = (typeof CARD_STATUSES)[number];

/** Why an enrolment failed, in words of ours: the provider's codes stay in its adapter. */
export const CARD_FAILURE_REASONS = [
  'ENROLLED_ELSEWHERE',
  'GENERIC_DESCRIPTOR',
  'INVALID_DESCRIPTOR',
  'VERIFICATION_NEEDED',
  'REFUSED',
  'UNREACHABLE',
  'NOT_CONFIGURED',
] as const;
export type CardFailureReason = (typeof CARD_FAILURE_REASONS)[number];

/** Letters (any script), digits, space and the signs card statements carry: `. , & ' * - _ / # @ + ( ) :` (A-067). */
export const DESCRIPTOR_PATTERN = /^[\p{L}\p{N} .,&'*\-_/#@+():]+$/u;

export const Descriptor = z.string().trim().min(2).max(50).regex(DESCRIPTOR_PATTERN);
/** The issuer BIN of the cards to watch, 6–8 digits; an RDR enrolment's acquirer BIN is another thing. */
export const CardBin = z
  .string()
  .trim()
  .regex(/^\d{6,8}$/);
export const Caid = z
  .string()
  .trim()
  .max(100)
  .regex(/^[\p{L}\p{N} .\-_/]*$/u);

export const CardInput = z.object({
  descriptor: Descriptor,
  cardBin: CardBin,
  caid: Caid.nullish().transform((caid) => caid ?? ''),
  notifyEmail: z.email().trim().max(100),
  remark: z.string().trim().max(500).nullish(),
  /** Staff name the merchant they act for; merchants never do. */
  merchantId: z.coerce.number<number | string>().int().positive().optional(),
});
export type CardInput = z.output<typeof CardInput>;

export const CardUpdate = CardInput.omit({ merchantId: true })
  .partial()
  .extend({ id: z.coerce.number<number | string>().int().positive(), version: z.number().int().optional() });

export const CardId = z.object({ id: z.coerce.number<number | string>().int().positive() });

export const Card = z.object({
  id: z.number().int(),
  merchantId: z.number().int(),
  /** For staff; null for the merchant itself. */
  merchantName: z.string().nullable(),
  descriptor: z.string(),
  cardBin: z.string(),
  caid: z.string(),
  notifyEmail: z.string(),
  status: z.enum(CARD_STATUSES),
  /** When enrolment was last asked for; PENDING without it: saved, not submitted yet. */
  submittedTime: Instant.nullable(),
  registerTime: Instant.nullable(),
  failureReason: z.enum(CARD_FAILURE_REASONS).nullable(),
  remark: z.string().nullable(),
  version: z.number().int(),
  createdTime: Instant,
  updatedTime: Instant,
});
export type Card = z.output<typeof Card>;

export const CardListInput = PageInput.extend({
  status: z.enum(CARD_STATUSES).optional(),
  keyword: z.string().trim().max(50).optional(),
  merchantId: z.coerce.number<number | string>().int().positive().optional(),
});
export const CardPage = pageOf(Card);
