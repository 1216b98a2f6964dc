import { z } from 'zod';
import { ANSWER_ACTIONS, ANSWER_FAILURES, FEEDBACK_STATUSES } from '../alerts/model.ts';
import { Instant } from '../kernel/time.ts';

export const DocumentOf = z.object({ id: z.coerce.number<number | string>().int().positive() });
export const PdfFile = z.object({
  fileName: z.string(),
  contentType: z.literal('application/pdf'),
  bytes: z.instanceof(Uint8Array),
});
export const PDF_TYPES = ['application/pdf'] as const;

/** How one try to deliver an answer ended; `STARTED`: it is under way. */
export const TRY_OUTCOMES = ['STARTED', 'DONE', 'REFUSED', 'NOT_SENT', 'AMBIGUOUS'] as const;
export type TryOutcome = (typeof TRY_OUTCOMES)[number];

export const ReceiptTry = z.object({
  number: z.number().int(),
  startedTime: Instant,
  endedTime: Instant.nullable(),
  outcome: z.enum(TRY_OUTCOMES),
  /** What the alert network said, by its own code and word; null when no answer came. */
  reply: z.object({ httpStatus: z.number().int().nullable(), code: z.string(), status: z.string() }).nullable(),
  /** The line of the interface log that holds the exchange. */
  logId: z.number().int().nullable(),
});
export type ReceiptTry = z.output<typeof ReceiptTry>;

export const ReceiptFile = z.object({
  id: z.string(),
  fileName: z.string(),
  /** Bytes. */
  size: z.number().int(),
  /** Of the file as it was uploaded, in hex. */
  sha256: z.string(),
});

export const ReceiptAnswer = z.object({
  /** 1, 2 …: a corrected answer is another one. */
  number: z.number().int(),
  /** A later one took its place. */
  replaced: z.boolean(),
  action: z.enum(ANSWER_ACTIONS),
  /** The value told to the alert network. */
  told: z.string(),
  reason: z.string(),
  refundAmount: z.number().nullable(),
  refundReference: z.string().nullable(),
  comments: z.string().nullable(),
  /** Kept here, not sent. */
  preventiveActions: z.string().nullable(),
  evidence: z.array(ReceiptFile),
  submittedTime: Instant,
  /** A person of the merchant; null: the service acted for it. */
  submittedBy: z.string().nullable(),
  late: z.boolean(),
  /** The idempotency key it was sent under, the same for every try. */
  key: z.string(),
  sentTime: Instant.nullable(),
  closedTime: Instant.nullable(),
  failureReason: z.enum(ANSWER_FAILURES).nullable(),
  tries: z.array(ReceiptTry),
  /** Of the exact bytes sent, in hex; null until they are composed. */
  bodySha256: z.string().nullable(),
  /** What was answered as one line of JSON, and its SHA-256 (of the UTF-8 bytes) in hex. */
  content: z.string(),
  contentSha256: z.string(),
});
export type ReceiptAnswer = z.output<typeof ReceiptAnswer>;

/** What was answered to one alert, and what became of it. */
export const Receipt = z.object({
  id: z.number().int(),
  alertId: z.string(),
  merchantName: z.string(),
  amount: z.number(),
  currency: z.string(),
  transactionId: z.string().nullable(),
  merchantOrderId: z.string().nullable(),
  arn: z.string().nullable(),
  descriptor: z.string().nullable(),
  cardBinMasked: z.string().nullable(),
  cardLast4: z.string().nullable(),
  alertTime: Instant,
  deadline: Instant,
  /** How far the last answer got. */
  feedbackStatus: z.enum(FEEDBACK_STATUSES),
  /** Oldest first. */
  answers: z.array(ReceiptAnswer).min(1),
  /** What the alert network reported afterwards, by its words. */
  notices: z.array(z.object({ at: Instant, status: z.string() })),
  /** When this receipt was written. */
  writtenTime: Instant,
  /** In which its times are written out. */
  timeZone: z.string(),
});
export type Receipt = z.output<typeof Receipt>;
