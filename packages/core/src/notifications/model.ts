import { z } from 'zod';
import { LOCALES } from '../kernel/locale.ts';
import { PageInput, pageOf } from '../kernel/page.ts';
import { Instant, TimeZone } from '../kernel/time.ts';
import type { MailKind } from './templates.ts';

export type { MailKind };

/** a fourth is refused. */
export const BACKUPS_MAX = 3;

const Address = z.email().trim().toLowerCase().max(100);
const MerchantRef = z.coerce.number<number | string>().int().positive();

/** A time of day in the merchant's zone, `22:30`. */
const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'TIME_OF_DAY');

/** From `start` to `end` each day; past midnight when `end` is the earlier one. */
export const NotifyWindow = z
  .object({ start: TimeOfDay, end: TimeOfDay })
  .refine(({ start, end }) => start !== end, { error: 'WINDOW_EMPTY', path: ['end'] });
export type NotifyWindow = z.output<typeof NotifyWindow>;

/** Which reminders a merchant wants of an alert that isn't answered; the one on arrival can't be switched off. */
export const Reminders = z.object({
  /** After half of the time, to the main address. */
  half: z.boolean(),
  /** After 80 % of it, to the backups too. */
  late: z.boolean(),
  /** Two hours before the deadline; the operator is told as well, whatever stands here. */
  last: z.boolean(),
});

const CHOICES = {
  /** */
  mainEmail: Address,
  backupEmails: z
    .array(Address)
    .max(BACKUPS_MAX)
    .refine((all) => new Set(all).size === all.length, 'ADDRESS_TWICE'),
  /** Null: at any hour. */
  window: NotifyWindow.nullable(),
  /** Urgent alerts are told outside the window too. */
  urgentPierces: z.boolean(),
  /** Null: as in the company's profile. */
  locale: z.enum(LOCALES).nullable(),
  timeZone: TimeZone.nullable(),
  /** A mail's link leads to the sign-in page instead of answering by itself. */
  answerNeedsSignIn: z.boolean(),
  reminders: Reminders,
};

export const NotificationSettingsUpdate = z.object({
  ...CHOICES,
  /** Staff, who see addresses masked, may leave them as they are; a merchant has to name one. */
  mainEmail: Address.optional(),
  backupEmails: CHOICES.backupEmails.optional(),
  /** Staff name the merchant they act for; merchants never do. */
  merchantId: MerchantRef.optional(),
  /** Of the settings that were changed; another one has been saved since: CONFLICT. */
  version: z.number().int().min(0).optional(),
});
export type NotificationSettingsUpdate = z.output<typeof NotificationSettingsUpdate>;

export const MerchantChoice = z.object({ merchantId: MerchantRef.optional() });

/** A mail address whose last two mails came to nothing. */
export const MailTrouble = z.object({ recipient: z.string(), since: Instant, lastTime: Instant, reply: z.string() });
export type MailTrouble = z.output<typeof MailTrouble>;

/** What is in effect, with the defaults in the places of what was never chosen. */
export const NotificationSettings = z.object({
  ...CHOICES,
  mainEmail: z.string(),
  backupEmails: z.array(z.string()),
  merchantId: z.number().int(),
  /** What null stands for. */
  profile: z.object({ locale: z.enum(LOCALES), timeZone: z.string() }),
  /** Cards' own addresses that are told as well (A-376). */
  cardEmails: z.array(z.string()),
  /** 0: nothing was saved yet, these are the defaults. */
  version: z.number().int(),
  updatedTime: Instant.nullable(),
  /** When a mail that isn't urgent would leave, were there one now. */
  nextMailAt: Instant,
  troubles: z.array(MailTrouble),
});
export type NotificationSettings = z.output<typeof NotificationSettings>;

/** QUEUED: waits (for its time, or for the mail server). SENT: handed over. SUPPRESSED: not needed any more when its time came. */
export const MAIL_STATUSES = ['QUEUED', 'SENT', 'FAILED', 'BOUNCED', 'SUPPRESSED'] as const;
export type MailStatus = (typeof MAIL_STATUSES)[number];

const MailId = z.coerce.number<number | string>().int().positive();

/** One mail and how far it got. */
export const MailState = z.object({
  id: z.number().int(),
  kind: z.string(),
  recipient: z.string(),
  status: z.enum(MAIL_STATUSES),
  /** The mail server's words, of the last try or of the bounce. */
  reply: z.string().nullable(),
  attempts: z.number().int(),
  createdTime: Instant,
  /** Waits until then: outside the merchant's hours. */
  sendAfter: Instant.nullable(),
  sentTime: Instant.nullable(),
  bouncedTime: Instant.nullable(),
});
export type MailState = z.output<typeof MailState>;

export const TestMailInput = MerchantChoice.extend({ email: Address });
export const TestMailSent = z.object({ id: z.number().int() });
export const MailRef = z.object({ id: MailId });
export const AlertMails = z.object({ mails: z.array(MailState) });

export const MailListInput = PageInput.extend({
  status: z.enum(MAIL_STATUSES).optional(),
  kind: z.string().max(32).optional(),
  merchantId: MerchantRef.optional(),
  /** The beginning of an address. */
  recipient: z.string().trim().toLowerCase().max(100).optional(),
});
export type MailListInput = z.output<typeof MailListInput>;

export const MailRow = MailState.extend({
  subject: z.string().nullable(),
  merchantId: z.number().int().nullable(),
  merchantName: z.string().nullable(),
  alertRef: z.number().int().nullable(),
  locale: z.enum(LOCALES),
  resends: z.number().int(),
  /** Whether it may be sent again: it failed or bounced, and what it says can still be told. */
  canResend: z.boolean(),
});
export type MailRow = z.output<typeof MailRow>;
export const MailPage = pageOf(MailRow);

export const MailTry = z.object({
  number: z.number().int(),
  startedTime: Instant,
  endedTime: Instant.nullable(),
  outcome: z.string(),
  reply: z.string().nullable(),
});
/** Without its text: that is the recipient's. */
export const MailDetail = MailRow.extend({ messageId: z.string(), tries: z.array(MailTry) });

/** one or many at once. */
export const ResendInput = z.object({ ids: z.array(MailId).min(1).max(100) });
export const ResendResult = z.object({
  results: z.array(z.object({ id: z.number().int(), outcome: z.enum(['QUEUED', 'NOT_FOUND', 'NOT_RESENDABLE']) })),
});
