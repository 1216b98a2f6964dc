import { z } from 'zod';
import type { FieldFault } from '../kernel/field-faults.ts';
import { PageInput, pageOf } from '../kernel/page.ts';
import { Instant } from '../kernel/time.ts';
import { CARD_STATES, CARD_STATUSES } from './card-state.ts';
import { DESCRIPTOR_MAX, DESCRIPTOR_MIN, DESCRIPTOR_PATTERN } from './descriptor-rules.ts';

export { CARD_STATES, CARD_STATUSES, type CardState, type CardStatus } from './card-state.ts';
export * from './descriptor-rules.ts';
export { descriptorVariants } from './descriptor-variants.ts';
export * from './lint-descriptor.ts';
export { resembles } from './resembles.ts';

/** ETHOCA watches a descriptor with the cards' issuer BIN; RDR an acquirer's merchant: its BIN and the CAID, or an ARN. */
export const CARD_PROGRAMS = ['ETHOCA', 'RDR'] as const;
export type CardProgram = (typeof CARD_PROGRAMS)[number];

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

export const Descriptor = z.string().trim().min(DESCRIPTOR_MIN).max(DESCRIPTOR_MAX).regex(DESCRIPTOR_PATTERN);
/** The issuer BIN of the cards to watch, 6–8 digits; an RDR enrolment's acquirer BIN is another thing. */
export const CardBin = z
  .string()
  .trim()
  .regex(/^\d{6,8}$/);
/** The acquirer's own BIN, 6–8 digits: what RDR enrols by. Never the BIN of a cardholder's card. */
export const AcquirerBin = CardBin;
export const Caid = z
  .string()
  .trim()
  .max(100)
  .regex(/^[\p{L}\p{N} .\-_/]*$/u);
export const RDR_CAID_LENGTH = 16;
/** The acquirer reference number of one transaction, 23 digits. */
export const Arn = z
  .string()
  .trim()
  .regex(/^\d{23}$/);

const optional = (schema: z.ZodString) => schema.nullish().transform((text) => text ?? '');
const typed = (length: number) => z.string().trim().max(length);
const MerchantId = z.coerce.number<number | string>().int().positive();

/** The fields of a card, each by itself; which of them a program asks for is {@link CardInput}'s matter. */
export const CardFields = z.object({
  program: z.enum(CARD_PROGRAMS).default('ETHOCA'),
  descriptor: Descriptor,
  /** ETHOCA: required. */
  cardBin: optional(typed(20)),
  /** ETHOCA: optional, empty means any. RDR: required beside the acquirer BIN, at most 16 characters. */
  caid: optional(Caid),
  /** RDR: required beside the CAID, unless an ARN stands for both. */
  acquirerBin: optional(typed(20)),
  /** RDR: one transaction's number, from which the provider finds acquirer BIN and CAID. */
  arn: optional(typed(40)),
  notifyEmail: z.email().trim().max(100),
  remark: z.string().trim().max(500).nullish(),
  /** Staff name the merchant they act for; merchants never do. */
  merchantId: MerchantId.optional(),
  /** The draft this card was; it is removed in the same step. */
  draftId: MerchantId.optional(),
});

/** What the provider knows an enrolment by; changing one of them means enrolling anew. */
export const CARD_KEYS = ['program', 'descriptor', 'cardBin', 'caid', 'acquirerBin', 'arn'] as const;
export type CardKey = (typeof CARD_KEYS)[number];

/** The fields a program has no use for; they stay empty. */
export const UNUSED_KEYS: Record<CardProgram, readonly CardKey[]> = {
  ETHOCA: ['acquirerBin', 'arn'],
  RDR: ['cardBin'],
};

type Keys = Partial<Record<CardKey, string>>;

/** What is wrong with the fields a program asks for, and with those it has no use for. */
function programFaults(program: CardProgram, card: Keys): [CardKey, FieldFault][] {
  const { cardBin = '', caid = '', acquirerBin = '', arn = '' } = card;
  const faults: [CardKey, FieldFault][] = UNUSED_KEYS[program]
    .filter((key) => (card[key] ?? '') !== '')
    .map((key) => [key, 'OTHER_PROGRAM']);
  const wrong = (schema: z.ZodType, value: string) => value !== '' && !schema.safeParse(value).success;
  if (program === 'ETHOCA') {
    if (cardBin === '') faults.push(['cardBin', 'REQUIRED']);
    if (wrong(CardBin, cardBin)) faults.push(['cardBin', 'CARD_BIN_FORM']);
    return faults;
  }
  if (wrong(Arn, arn)) faults.push(['arn', 'ARN_FORM']);
  if (wrong(AcquirerBin, acquirerBin)) faults.push(['acquirerBin', 'ACQUIRER_BIN_FORM']);
  if (caid.length > RDR_CAID_LENGTH) faults.push(['caid', 'RDR_CAID_FORM']);
  if (acquirerBin === '' && caid !== '') faults.push(['acquirerBin', 'REQUIRED']);
  if (acquirerBin !== '' && caid === '') faults.push(['caid', 'REQUIRED']);
  if (acquirerBin === '' && caid === '' && arn === '') faults.push(['acquirerBin', 'RDR_KEY']);
  return faults;
}

/** A card as it can be enrolled: the fields its program asks for, and only those (A-065…A-072). All faults are told at once. */
export const CardInput = CardFields.superRefine(
  (card, ctx) => {
    const program = CARD_PROGRAMS.find((one) => one === card.program);
    if (!program) return;
    for (const [path, message] of programFaults(program, card)) ctx.addIssue({ code: 'custom', path: [path], message });
  },
  { when: () => true },
);
export type CardInput = z.output<typeof CardInput>;

/** Any of the fields; an absent one stays as it is. Whether the whole is still a card is checked with what is stored. */
export const CardUpdate = CardFields.omit({ merchantId: true, draftId: true, program: true })
  .extend({
    program: z.enum(CARD_PROGRAMS),
    cardBin: typed(20),
    caid: Caid,
    acquirerBin: typed(20),
    arn: typed(40),
  })
  .partial()
  .extend({ id: z.coerce.number<number | string>().int().positive(), version: z.number().int().optional() });

const ASCII = /[^\x20-\x7e]/g;
/** A number as typed, with full-width digits made plain and whatever no number has left out. */
const draftNumber = (length: number) =>
  z
    .string()
    .max(200)
    .transform((text) => text.normalize('NFKC').replace(ASCII, '').trim().slice(0, length))
    .default('');

/** An unfinished card: everything as typed, nothing checked but its length. */
export const CardDraft = z.object({
  /** The draft to go on with; absent: a new one. */
  id: z.coerce.number<number | string>().int().positive().optional(),
  version: z.number().int().optional(),
  program: z.enum(CARD_PROGRAMS).default('ETHOCA'),
  descriptor: typed(100).default(''),
  cardBin: draftNumber(20),
  caid: typed(100).default(''),
  acquirerBin: draftNumber(20),
  arn: draftNumber(40),
  notifyEmail: typed(100).default(''),
  remark: z.string().trim().max(1000).default(''),
  merchantId: MerchantId.optional(),
});

/** What a batch may name at once; more goes in several calls. */
export const MOST_CARDS = 200;
export const CardIds = z.object({ ids: z.array(z.number().int().positive()).min(1).max(MOST_CARDS) });

/** One result for each card of a batch. */
export const CardResults = z.object({
  done: z.number().int(),
  failed: z.number().int(),
  results: z.array(
    z.object({
      id: z.number().int(),
      ok: z.boolean(),
      /** The catalogue's code, and what it says to the reader. */
      error: z.string().nullable(),
      message: z.string().nullable(),
      fields: z.array(z.object({ path: z.string(), message: z.string() })),
    }),
  ),
});
export type CardResults = z.output<typeof CardResults>;

export const CardId = z.object({ id: z.coerce.number<number | string>().int().positive() });

export const Card = z.object({
  id: z.number().int(),
  merchantId: z.number().int(),
  /** For staff; null for the merchant itself. */
  merchantName: z.string().nullable(),
  program: z.enum(CARD_PROGRAMS),
  descriptor: z.string(),
  /** The issuer BIN (ETHOCA); empty for RDR. */
  cardBin: z.string(),
  caid: z.string(),
  /** The acquirer's BIN (RDR); empty for ETHOCA. */
  acquirerBin: z.string(),
  arn: z.string(),
  notifyEmail: z.string(),
  status: z.enum(CARD_STATUSES),
  /** Finer than `status`. */
  state: z.enum(CARD_STATES),
  /** When enrolment was last asked for. */
  submittedTime: Instant.nullable(),
  registerTime: Instant.nullable(),
  /** IN_REVIEW: when the provider's answer is to be expected, an estimate. */
  expectedLiveTime: Instant.nullable(),
  /** When the first alert came for it: enrolled is one thing, seen to work another. */
  firstAlertTime: Instant.nullable(),
  failureReason: z.enum(CARD_FAILURE_REASONS).nullable(),
  remark: z.string().nullable(),
  version: z.number().int(),
  createdTime: Instant,
  updatedTime: Instant,
});
export type Card = z.output<typeof Card>;

/** What staff look for: the provider hasn't answered when it should have; an enrolment failed. */
export const CARD_TROUBLES = ['OVERDUE', 'REJECTED'] as const;
export type CardTrouble = (typeof CARD_TROUBLES)[number];

export const CardListInput = PageInput.extend({
  /** Without `status` and `state` closed cards aren't listed. */
  status: z.enum(CARD_STATUSES).optional(),
  state: z.enum(CARD_STATES).optional(),
  program: z.enum(CARD_PROGRAMS).optional(),
  trouble: z.enum(CARD_TROUBLES).optional(),
  keyword: z.string().trim().max(50).optional(),
  merchantId: MerchantId.optional(),
});
export const CardPage = pageOf(Card);

export const CARD_EXPORT_FORMATS = ['csv', 'xlsx'] as const;
export const CardExportInput = CardListInput.omit({ page: true, size: true }).extend({
  format: z.enum(CARD_EXPORT_FORMATS).default('csv'),
});
export const CardExportFile = z.object({
  fileName: z.string(),
  contentType: z.string(),
  rows: z.number().int(),
  /** There were more rows than a file holds. */
  cut: z.boolean(),
  /** How `content` is written: as it is, or a file's bytes in base64. */
  encoding: z.enum(['text', 'base64']),
  content: z.string(),
});
