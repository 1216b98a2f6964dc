import { isDuplicateKey } from '@forewarn/db';
import type { Executor } from '../kernel/context.ts';
import { appError } from '../kernel/errors.ts';
import { asLocale, type Locale } from '../kernel/locale.ts';
import type { NotificationSettingsUpdate, NotifyWindow } from './model.ts';
import { fromMinutes, toMinutes } from './window.ts';

/** How one merchant wants to be told, with the defaults filled in. */
export interface Preferences {
  merchantId: number;
  companyName: string;
  /** Whether the merchant can act at all. */
  active: boolean;
  mainEmail: string;
  backupEmails: string[];
  window: NotifyWindow | null;
  urgentPierces: boolean;
  /** Chosen here; null: the profile's. */
  ownLocale: Locale | null;
  ownTimeZone: string | null;
  profile: { locale: Locale; timeZone: string };
  locale: Locale;
  timeZone: string;
  answerNeedsSignIn: boolean;
  reminders: { half: boolean; late: boolean; last: boolean };
  version: number;
  updatedTime: Date | null;
}

/** The settings of many merchants in one statement; who isn't there isn't answered. */
export async function preferencesOf(db: Executor, merchantIds: readonly number[]): Promise<Map<number, Preferences>> {
  if (merchantIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('merchants as m')
    .leftJoin('notificationSettings as s', 's.merchantId', 'm.id')
    .where('m.id', 'in', [...new Set(merchantIds)])
    .select(['m.id', 'm.email', 'm.status', 'm.companyName', 'm.locale as profileLocale', 'm.timeZone as profileZone'])
    .select(['s.mainEmail', 's.backupEmails', 's.windowStart', 's.windowEnd', 's.urgentPierces', 's.locale'])
    .select(['s.timeZone', 's.answerNeedsSignIn', 's.remindHalf', 's.remindLate', 's.remindLast', 's.version'])
    .select('s.updatedTime')
    .execute();
  return new Map(
    rows.map((row) => {
      const profile = { locale: asLocale(row.profileLocale), timeZone: row.profileZone };
      const ownLocale = row.locale === null ? null : asLocale(row.locale);
      const { windowStart: start, windowEnd: end } = row;
      return [
        row.id,
        {
          merchantId: row.id,
          companyName: row.companyName,
          active: row.status === 'ACTIVE',
          mainEmail: row.mainEmail ?? row.email,
          backupEmails: row.backupEmails === null ? [] : (JSON.parse(row.backupEmails) as string[]),
          window: start === null || end === null ? null : { start: fromMinutes(start), end: fromMinutes(end) },
          urgentPierces: row.urgentPierces !== 0,
          ownLocale,
          ownTimeZone: row.timeZone,
          profile,
          locale: ownLocale ?? profile.locale,
          timeZone: row.timeZone ?? profile.timeZone,
          answerNeedsSignIn: row.answerNeedsSignIn === 1,
          reminders: { half: row.remindHalf !== 0, late: row.remindLate !== 0, last: row.remindLast !== 0 },
          version: row.version ?? 0,
          updatedTime: row.updatedTime,
        },
      ];
    }),
  );
}

/** Errors: `CONFLICT` when somebody else has saved since `version` was read. */
export async function savePreferences(
  db: Executor,
  merchantId: number,
  update: NotificationSettingsUpdate & Pick<Preferences, 'mainEmail' | 'backupEmails'>,
  known: number,
  by: string,
  now: Date,
): Promise<void> {
  const { window, reminders } = update;
  const row = {
    mainEmail: update.mainEmail,
    backupEmails: JSON.stringify(update.backupEmails),
    windowStart: window ? toMinutes(window.start) : null,
    windowEnd: window ? toMinutes(window.end) : null,
    urgentPierces: Number(update.urgentPierces),
    locale: update.locale,
    timeZone: update.timeZone,
    answerNeedsSignIn: Number(update.answerNeedsSignIn),
    remindHalf: Number(reminders.half),
    remindLate: Number(reminders.late),
    remindLast: Number(reminders.last),
    version: known + 1,
    updatedBy: by,
    updatedTime: now,
  };
  if (known === 0) {
    try {
      await db
        .insertInto('notificationSettings')
        .values({ merchantId, ...row })
        .execute();
    } catch (error) {
      throw isDuplicateKey(error) ? appError('CONFLICT') : error;
    }
    return;
  }
  const { numUpdatedRows } = await db
    .updateTable('notificationSettings')
    .set(row)
    .where('merchantId', '=', merchantId)
    .where('version', '=', known)
    .executeTakeFirstOrThrow();
  if (Number(numUpdatedRows) !== 1) throw appError('CONFLICT');
}

/** Each card's own address, by card. */
export async function cardAddresses(db: Executor, cardIds: readonly number[]): Promise<Map<number, string>> {
  if (cardIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('merchantCards')
    .select(['id', 'notifyEmail'])
    .where('id', 'in', [...new Set(cardIds)])
    .execute();
  return new Map(rows.map((row) => [row.id, row.notifyEmail]));
}

/** The different addresses of the merchant's cards that are watched or on the way; at most 50. */
export async function cardAddressesOf(db: Executor, merchantId: number): Promise<string[]> {
  const rows = await db
    .selectFrom('merchantCards')
    .select('notifyEmail')
    .distinct()
    .where('merchantId', '=', merchantId)
    .where('status', '<>', 'CLOSED')
    .orderBy('notifyEmail')
    .limit(50)
    .execute();
  return rows.map((row) => row.notifyEmail);
}
