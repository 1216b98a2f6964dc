import { z } from 'zod';

/**
 * The provider's side of the wire, written down here a second time on purpose: what the platform sends is checked
 * against this, not against the platform's own idea of it. Anything missing, mistyped or unknown is refused.
 */
const Text = z.string().min(1);
/** Only where the scheme is `md5-salt`, or the provider insists on the literal key. */
const credentials = { sign: Text.optional(), signKey: Text.optional() };

const common = {
  merchantNo: Text,
  descriptor: Text,
  cardRef: Text,
  callbackUrl: z.url({ protocol: /^https?$/ }),
  ...credentials,
};

/** The requirement document's enrolment: the cardholders' issuer BIN, CAID where there is one. */
const EthocaBody = z.strictObject({
  ...common,
  program: z.literal('ETHOCA').optional(),
  cardBin: z.string().regex(/^\d{6,8}$/, 'must be 6 to 8 digits'),
  caid: z.string(),
});

/** RDR knows a merchant by its acquirer's BIN and the CAID, or by the ARN of one of its transactions; no issuer BIN. */
const RdrBody = z
  .strictObject({
    ...common,
    program: z.literal('RDR'),
    acquirerBin: z
      .string()
      .regex(/^\d{6,8}$/, 'must be 6 to 8 digits')
      .optional(),
    caid: z.string().min(1).max(16, 'must have at most 16 characters').optional(),
    arn: z
      .string()
      .regex(/^\d{23}$/, 'must be 23 digits')
      .optional(),
  })
  .superRefine((body, ctx) => {
    const say = (path: string, message: string) => ctx.addIssue({ code: 'custom', path: [path], message });
    if ((body.acquirerBin === undefined) !== (body.caid === undefined)) say('caid', 'goes with acquirerBin');
    else if (body.caid === undefined && body.arn === undefined) say('arn', 'is required without acquirerBin and caid');
  });

export const RegisterBody = z.discriminatedUnion('program', [EthocaBody, RdrBody]);
export type RegisterBody = z.infer<typeof RegisterBody>;

export const CloseBody = z.strictObject({ merchantNo: Text, cardRef: Text, ...credentials });
export type CloseBody = z.infer<typeof CloseBody>;

/** The values of `refunded` each merchant action may be sent as. */
export const REFUNDED_BY_ACTION = {
  CONFIRM_TRANSACTION: ['ignore'],
  REFUND: ['refunded'],
  DISPUTE: ['ignore'],
  MARK_FRAUD: ['refunded', 'ignore'],
  IGNORE: ['ignore'],
  INVALID_NOT_FOUND: ['notfound'],
  INVALID_CHARGEBACK_BEFORE: ['chargeback_beforealert'],
  INVALID_REFUNDED_BEFORE: ['refunded_beforealert'],
  INVALID_TRANSACTION_FAILED: ['transaction_failed'],
  INVALID_DUPLICATE: ['duplicate_alert'],
} as const satisfies Record<string, readonly string[]>;

const Action = z.enum(Object.keys(REFUNDED_BY_ACTION) as (keyof typeof REFUNDED_BY_ACTION)[]);

export const FeedbackBody = z
  .strictObject({
    merchantNo: Text,
    alertId: Text,
    action: Action,
    refunded: Text,
    reason: Text.max(500),
    refundAmount: z.union([z.number().positive(), z.string().regex(/^\d+(\.\d+)?$/, 'must be a decimal')]).optional(),
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/, 'must be an ISO 4217 code')
      .optional(),
    comments: z.string().max(1000).optional(),
    evidence: z.array(z.union([Text, z.record(Text, z.unknown())])).optional(),
    idempotencyKey: Text.max(100),
    ...credentials,
  })
  .superRefine((body, ctx) => {
    const allowed: readonly string[] = REFUNDED_BY_ACTION[body.action];
    if (!allowed.includes(body.refunded)) {
      ctx.addIssue({ code: 'custom', path: ['refunded'], message: `${body.action} goes with ${allowed.join(' or ')}` });
    }
    if (body.refundAmount !== undefined && !body.currency) {
      ctx.addIssue({ code: 'custom', path: ['currency'], message: 'is required beside refundAmount' });
    }
  });
export type FeedbackBody = z.infer<typeof FeedbackBody>;

/** What the provider answers: `code` 200 is success, 4xxx final, 5xxx worth another try. */
export interface Answer {
  httpStatus: 200 | 400 | 401 | 409;
  code: number;
  message: string;
  data: Record<string, unknown> | null;
}

export function succeed(data: Record<string, unknown>): Answer {
  return { httpStatus: 200, code: 200, message: 'success', data };
}

/** A refusal by the provider's rules, told in the body of a 200 unless said otherwise. */
export function refuse(code: number, message: string, httpStatus: Answer['httpStatus'] = 200): Answer {
  return { httpStatus, code, message, data: null };
}
