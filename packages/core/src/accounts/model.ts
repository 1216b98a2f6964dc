import { z } from 'zod';
import { PERMISSIONS } from '../kernel/access.ts';
import { LOCALES } from '../kernel/locale.ts';
import { Instant } from '../kernel/time.ts';

export const REALMS = ['merchant', 'staff'] as const;
export type Realm = (typeof REALMS)[number];

export const LoginInput = z.object({
  /** E-mail or phone. */
  account: z.string().trim().min(1).max(100),
  password: z.string().min(1).max(200),
  realm: z.enum(REALMS).default('merchant'),
  /** A 30-day session instead of one that ends with the day (A-348: never a stored password). */
  remember: z.boolean().default(false),
  /** For accounts with two-step verification: six digits of the authenticator, or a recovery code. */
  code: z.string().trim().max(40).optional(),
});

export const SessionUser = z.object({
  id: z.number().int(),
  realm: z.enum(REALMS),
  /** `MERCHANT` and the user's role there, or the codes of staff roles. */
  roles: z.array(z.string()),
  permissions: z.array(z.enum(PERMISSIONS)),
  name: z.string(),
  email: z.string(),
  locale: z.enum(LOCALES),
  /** The user's merchant and its company; null for staff. */
  merchantId: z.number().int().nullable(),
  companyName: z.string().nullable(),
  suspended: z.boolean(),
  totpEnabled: z.boolean(),
  /** The role asks for a second factor: nothing else works until it is set up. */
  mustSetUpTotp: z.boolean(),
});
export type SessionUser = z.output<typeof SessionUser>;

export const SignedIn = z.object({
  accessToken: z.string(),
  tokenType: z.literal('bearer'),
  /** Seconds the access token lasts. */
  expiresIn: z.number().int(),
  refreshToken: z.string(),
  /** Seconds the refresh token lasts; null: until the browser closes. */
  refreshExpiresIn: z.number().int().nullable(),
  user: SessionUser,
});
export type SignedIn = z.output<typeof SignedIn>;

export const RefreshInput = z.object({ refreshToken: z.string().min(20).max(200) });
export const LogoutInput = z.object({ refreshToken: z.string().max(200).optional() });
export const Done = z.object({ done: z.literal(true) });

/** One sign-in that still works. */
export const LiveSession = z.object({
  id: z.string(),
  /** What the device calls itself: `Chrome`, `Windows`; null where it doesn't say. */
  program: z.string().nullable(),
  system: z.string().nullable(),
  createdTime: Instant,
  /** To the minute. */
  lastSeenTime: Instant,
  expiresTime: Instant,
  /** Where the latest use came from. */
  ip: z.string(),
  remember: z.boolean(),
  /** The session that asks. */
  current: z.boolean(),
});
export type LiveSession = z.output<typeof LiveSession>;
export const SessionList = z.object({ records: z.array(LiveSession) });
export const SessionId = z.object({ id: z.uuid() });
export const SessionsOf = z.object({
  realm: z.enum(REALMS),
  subjectId: z.coerce.number<number | string>().int().positive(),
});
export const SessionsEnded = z.object({ ended: z.number().int() });

export const SecurityState = z.object({
  totpEnabled: z.boolean(),
  totpEnabledTime: Instant.nullable(),
  /** A role asks for it: it can't be turned off. */
  totpRequired: z.boolean(),
  recoveryCodesLeft: z.number().int(),
});
export type SecurityState = z.output<typeof SecurityState>;

const currentPassword = z.string().min(1).max(200);
const code = z.string().trim().min(1).max(40);
export const TotpStart = z.object({ password: currentPassword });
export const TotpSecret = z.object({
  /** Base32, to type in by hand. */
  secret: z.string(),
  /** `otpauth://totp/…`: what the QR code holds. */
  uri: z.string(),
});
export const TotpConfirm = z.object({ code });
export const RecoveryCodes = z.object({ recoveryCodes: z.array(z.string()) });
export const IdentityProof = z.object({ password: currentPassword, code });
