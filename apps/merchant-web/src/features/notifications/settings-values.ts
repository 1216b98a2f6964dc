import { type FieldFault, isFieldFault } from '@forewarn/core/kernel/field-faults';
import {
  type NotificationSettings,
  NotificationSettingsUpdate,
  type NotifyWindow,
} from '@forewarn/core/notifications/model';

/** The form's own state; `timed` keeps the hours while they are switched off. */
export interface SettingsValues {
  mainEmail: string;
  backupEmails: string[];
  timed: boolean;
  window: NotifyWindow;
  urgentPierces: boolean;
  /** Empty: as in the profile. */
  locale: '' | 'zh-CN' | 'en';
  timeZone: string;
  answerNeedsSignIn: boolean;
  reminders: NotificationSettings['reminders'];
}

const WORKDAY: NotifyWindow = { start: '08:00', end: '22:00' };

export function valuesOf(settings: NotificationSettings): SettingsValues {
  const { mainEmail, backupEmails, window, urgentPierces, locale, timeZone, answerNeedsSignIn, reminders } = settings;
  return {
    mainEmail,
    backupEmails,
    timed: window !== null,
    window: window ?? WORKDAY,
    urgentPierces,
    locale: locale ?? '',
    timeZone: timeZone ?? '',
    answerNeedsSignIn,
    reminders,
  };
}

/** The API's input; an empty backup is one that was never filled in. */
export function toUpdate({ timed, window, locale, timeZone, ...rest }: SettingsValues, version: number) {
  return {
    ...rest,
    backupEmails: rest.backupEmails.filter((email) => email.trim() !== ''),
    window: timed ? window : null,
    locale: locale === '' ? null : locale,
    timeZone: timeZone === '' ? null : timeZone,
    version,
  };
}

/** What the server's own schema finds, by field: `mainEmail`, `backupEmails.1`, `window.end`. */
export function faultsOf(values: SettingsValues, version: number): Record<string, FieldFault> {
  const faults: Record<string, FieldFault> = {};
  if (values.mainEmail.trim() === '') faults.mainEmail = 'REQUIRED';
  const filled = values.backupEmails.flatMap((email, index) => (email.trim() === '' ? [] : [index]));
  for (const { path, message } of NotificationSettingsUpdate.safeParse(toUpdate(values, version)).error?.issues ?? []) {
    const [name = '', part] = path;
    // The schema counts the backups that are filled in.
    const key =
      name === 'backupEmails' && typeof part === 'number' ? `${name}.${filled[part] ?? part}` : path.join('.');
    faults[key] ??= isFieldFault(message)
      ? message
      : String(name).endsWith('ails') || name === 'mainEmail'
        ? 'EMAIL_FORM'
        : 'REQUIRED';
  }
  return faults;
}
