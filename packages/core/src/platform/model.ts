import { z } from 'zod';
import { IdentityProof } from '../accounts/model.ts';
import { PageInput, pageOf } from '../kernel/page.ts';
import { Instant } from '../kernel/time.ts';

export const CREDENTIAL_KINDS = ['MERCHANT_NO', 'SIGN_KEY', 'API_ENDPOINT', 'WEBHOOK_SECRET'] as const;
export type CredentialKind = (typeof CREDENTIAL_KINDS)[number];

/** A credential as shown: never its value. */
export const Credential = z.object({
  id: z.number().int(),
  kind: z.enum(CREDENTIAL_KINDS),
  /** MerchantNo and ApiEndpoint in part, keys by their last four characters at most. */
  masked: z.string(),
  keyId: z.string(),
  activeFrom: Instant,
  /** Set when a newer one has replaced it: until then both are valid for what comes in. */
  activeUntil: Instant.nullable(),
  current: z.boolean(),
  lastUsedTime: Instant.nullable(),
  /** The person's name; null for what was set up without one. */
  createdBy: z.string().nullable(),
});
export type Credential = z.output<typeof Credential>;
export const CredentialList = z.object({ records: z.array(Credential) });

export const CredentialUpdate = z
  .object({
    kind: z.enum(CREDENTIAL_KINDS),
    value: z.string().trim().min(1).max(500),
    /** Hours the former key stays valid for inbound pushes. */
    overlapHours: z.number().int().min(0).max(720).default(168),
  })
  .superRefine(({ kind, value }, ctx) => {
    if (kind === 'API_ENDPOINT' && !/^https?:\/\/[^\s/]+/.test(value)) {
      ctx.addIssue({ code: 'invalid_format', format: 'url', path: ['value'], input: value });
    }
    if ((kind === 'SIGN_KEY' || kind === 'WEBHOOK_SECRET') && value.length < 8) {
      ctx.addIssue({ code: 'too_small', origin: 'string', minimum: 8, inclusive: true, path: ['value'], input: value });
    }
  });

/** Long enough that guessing it from a stolen file is hopeless. */
export const PASSPHRASE_MIN = 12;
/** A file of four values is far smaller. */
export const BACKUP_MAX = 64 * 1024;
const Passphrase = z.string().min(PASSPHRASE_MIN).max(200);
/** One’s own password, and a code where there is a second factor. */
const Proof = IdentityProof.partial({ code: true });
export const CredentialBackup = Proof.extend({ passphrase: Passphrase });
export const CredentialBackupFile = z.object({
  fileName: z.string(),
  contentType: z.literal('application/json'),
  content: z.string(),
});
export const CredentialRestore = Proof.extend({
  /** The file's text, as it was saved. */
  content: z.string().min(1).max(BACKUP_MAX),
  passphrase: z.string().min(1).max(200),
});
export const CredentialRestored = z.object({
  /** When the backup was made. */
  backupTime: Instant,
  results: z.array(z.object({ kind: z.enum(CREDENTIAL_KINDS), result: z.enum(['RESTORED', 'UNCHANGED']) })),
});
export type CredentialRestored = z.output<typeof CredentialRestored>;

export const CredentialTest = z.object({
  ok: z.boolean(),
  milliseconds: z.number().int(),
  /** DONE, REFUSED, NOT_SENT, AMBIGUOUS or NOT_CONFIGURED */
  outcome: z.enum(['DONE', 'REFUSED', 'NOT_SENT', 'AMBIGUOUS', 'NOT_CONFIGURED']),
  detail: z.string().nullable(),
});

export const CALL_OPERATIONS = [
  'webhook.alert',
  'webhook.status',
  'provider.register',
  'provider.close',
  'provider.status',
  'provider.feedback',
  'provider.ping',
  'auth.login',
  'auth.validate',
] as const;
export const InterfaceCall = z.object({
  id: z.number().int(),
  at: Instant,
  direction: z.enum(['IN', 'OUT']),
  operation: z.string(),
  method: z.string(),
  url: z.string(),
  status: z.number().int().nullable(),
  outcome: z.string(),
  durationMs: z.number().int(),
  attempt: z.number().int(),
  error: z.string().nullable(),
  requestId: z.string(),
  subject: z.string(),
});
export type InterfaceCall = z.output<typeof InterfaceCall>;
export const InterfaceCallDetail = InterfaceCall.extend({
  request: z.string().nullable(),
  response: z.string().nullable(),
});
export const InterfaceCallListInput = PageInput.extend({
  operation: z.enum(CALL_OPERATIONS).optional(),
  failedOnly: z.stringbool().or(z.boolean()).optional(),
  /** What a call was about: `alert:` and the provider's id, `card:` and the card's number. */
  subject: z.string().trim().max(130).optional(),
  from: z.iso.datetime({ offset: true }).optional(),
  to: z.iso.datetime({ offset: true }).optional(),
});
export const InterfaceCallPage = pageOf(InterfaceCall);

export const RecordId = z.object({ id: z.coerce.number<number | string>().int().positive() });

export const CIRCUIT_STATES = ['CLOSED', 'OPEN', 'HALF_OPEN'] as const;
export type CircuitState = (typeof CIRCUIT_STATES)[number];

/** Whether calls to the provider go out. */
export const ProviderCircuit = z.object({
  /** CLOSED: calls go out. OPEN: they fail at once, without being sent. HALF_OPEN: one is let through to see. */
  state: z.enum(CIRCUIT_STATES),
  /** Failures in a row. */
  failures: z.number().int(),
  /** Since when; null before the first call. */
  since: Instant.nullable(),
  /** OPEN: when the next call is let through. */
  retryTime: Instant.nullable(),
  lastError: z.string().nullable(),
});
export type ProviderCircuit = z.output<typeof ProviderCircuit>;
