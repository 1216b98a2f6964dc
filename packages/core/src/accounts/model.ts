import { z } from 'zod';
import { MERCHANT_ROLES, PERMISSIONS } from '../kernel/access.ts';
import { LOCALES } from '../kernel/locale.ts';
import { PASSWORD_MAX, PASSWORD_MIN, passwordFault } from '../kernel/password-rule.ts';
import { Instant, TimeZone } from '../kernel/time.ts';
import { normalizePhone } from './identifier.ts';

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

export const Email = z.string().trim().pipe(z.email().max(100));
export const Phone = z
  .string()
  .trim()
  .max(20)
  .refine((text) => normalizePhone(text) !== undefined, 'PHONE_FORM');

/** the one rule for every new password; the server refuses the commonest, too. */
export const Password = z
  .string()
  .superRefine((password, ctx) => {
    const fault = passwordFault(password);
    if (fault) ctx.addIssue({ code: 'custom', message: fault });
  })
  .meta({
    minLength: PASSWORD_MIN,
    maxLength: PASSWORD_MAX,
    description: 'At least 8 characters with a letter and a digit; not among the commonest.',
  });
/** An existing password: nothing is said about its form. */
const PresentPassword = z.string().min(1).max(200);
const Token = z.string().trim().min(1).max(200);

/** A name goes into mails to addresses nobody has confirmed: it may carry no link and no hidden signs. */
const isPlainName = (text: string) => !/[\p{Cc}\u202A-\u202E\u2066-\u2069]|:\/\/|www\./iu.test(text);
export const CompanyName = z.string().trim().min(2).max(200).refine(isPlainName, 'NAME_FORM');
export const PersonName = z.string().trim().min(1).max(100).refine(isPlainName, 'NAME_FORM');

export const RegisterInput = z
  .object({
    companyName: CompanyName,
    contactPerson: PersonName,
    email: Email,
    phone: Phone,
    password: Password,
    timeZone: TimeZone.optional(),
  })
  .superRefine(({ password, email, companyName }, ctx) => {
    const fault = passwordFault(password, { email, companyName });
    if (fault === 'PASSWORD_EMAIL' || fault === 'PASSWORD_COMPANY')
      ctx.addIssue({ code: 'custom', message: fault, path: ['password'] });
  });

export const LINK_PURPOSES = ['ACTIVATE', 'RESET', 'INVITE', 'EMAIL'] as const;
export type LinkPurpose = (typeof LINK_PURPOSES)[number];

export const LinkInput = z.object({ token: Token, purpose: z.enum(LINK_PURPOSES) });
/** What a page shows before its form: only who holds the link, and with it the mailbox, gets to see it. */
export const LinkFacts = z.object({
  realm: z.enum(REALMS),
  email: z.string(),
  name: z.string(),
  companyName: z.string().nullable(),
  /** The role an invitation offers. */
  role: z.enum(MERCHANT_ROLES).nullable(),
  /** The address to confirm. */
  newEmail: z.string().nullable(),
});
export type LinkFacts = z.output<typeof LinkFacts>;

export const TokenInput = z.object({ token: Token });
export const EmailInput = z.object({ email: Email });

/** Nobody is signed in by it. `setPasswordToken`: several have registered with this address; who holds its mailbox chooses the password. */
export const Activated = z.object({ email: z.string(), setPasswordToken: z.string().nullable() });

/** Two shapes of one path: `{email}` asks for a link, `{token, password}` uses it. */
export const ResetInput = z
  .object({
    realm: z.enum(REALMS).default('merchant'),
    email: Email.optional(),
    token: Token.optional(),
    password: Password.optional(),
  })
  .superRefine(({ email, token, password }, ctx) => {
    const missing = token === undefined ? email === undefined && 'email' : password === undefined && 'password';
    if (missing) ctx.addIssue({ code: 'custom', message: 'REQUIRED', path: [missing] });
  });
/** After a link was used: whose password it is now. Null when a link was asked for, whether or not one was sent. */
export const ResetOutput = z.object({
  done: z.literal(true),
  realm: z.enum(REALMS).nullable(),
  email: z.string().nullable(),
});

/** Six digits of the authenticator, or a recovery code: asked for where the account has two-step verification. */
const IdentityCode = z.string().trim().max(40).optional();
export const ChangePasswordInput = z.object({
  currentPassword: PresentPassword,
  newPassword: Password,
  code: IdentityCode,
});
export const ChangeEmailInput = z.object({ email: Email, password: PresentPassword, code: IdentityCode });
export const EmailChanged = z.object({ email: z.string() });

export const COLLEAGUE_ROLES = ['MANAGER', 'HANDLER', 'VIEWER'] as const;
export type ColleagueRole = (typeof COLLEAGUE_ROLES)[number];
export const USER_STATUSES = ['INVITED', 'ACTIVE', 'DISABLED'] as const;
export type UserStatus = (typeof USER_STATUSES)[number];

export const Colleague = z.object({
  id: z.number().int(),
  name: z.string(),
  email: z.string(),
  role: z.enum(MERCHANT_ROLES),
  status: z.enum(USER_STATUSES),
  createdTime: Instant,
  lastLoginTime: Instant.nullable(),
  /** Until when the invitation's link works; null when none is open. */
  invitedUntil: Instant.nullable(),
});
export type Colleague = z.output<typeof Colleague>;
export const Colleagues = z.object({ records: z.array(Colleague) });

export const InviteInput = z.object({
  email: Email,
  name: z.string().trim().max(100).refine(isPlainName, 'NAME_FORM').default(''),
  role: z.enum(COLLEAGUE_ROLES),
});
const ColleagueId = z.coerce.number<number | string>().int().positive();
export const ColleagueInput = z.object({ id: ColleagueId });
export const ColleagueRoleInput = z.object({ id: ColleagueId, role: z.enum(COLLEAGUE_ROLES) });
export const AcceptInput = z.object({ token: Token, name: PersonName, password: Password });

export const MeUpdate = z.object({ name: PersonName.optional(), locale: z.enum(LOCALES).optional() });
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
/** What is done to somebody else's sign-in says why; it goes to the audit log. */
export const ActOnPerson = SessionsOf.extend({ reason: z.string().trim().min(2).max(500) });
export const SessionsEnded = z.object({ ended: z.number().int() });

/** `REMOTE`: staff sign in at the operator's own service, which keeps their passwords and second factors. */
export const SignInSettings = z.object({ staff: z.enum(['LOCAL', 'REMOTE']) });

export const SecurityState = z.object({
  totpEnabled: z.boolean(),
  totpEnabledTime: Instant.nullable(),
  /** A role asks for it: it can't be turned off. */
  totpRequired: z.boolean(),
  recoveryCodesLeft: z.number().int(),
  /** Password and second factor are kept by the operator's own sign-in service. */
  external: z.boolean(),
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
