import type { Executor } from '../kernel/context.ts';
import type { Locale } from '../kernel/locale.ts';
import type { MailText } from './built-in-text.ts';
import type { MailKind } from './templates.ts';

export interface StoredText {
  version: number;
  /** Null: an admin went back to the built-in text. */
  text: MailText | null;
}

/** The version in force: the newest. Undefined when nobody has ever written one. */
export async function currentText(db: Executor, kind: MailKind, locale: Locale): Promise<StoredText | undefined> {
  const row = await db
    .selectFrom('mailTemplates')
    .select(['version', 'subject', 'body'])
    .where('kind', '=', kind)
    .where('locale', '=', locale)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row) return undefined;
  const { version, subject, body } = row;
  return { version, text: subject === null || body === null ? null : { subject, body } };
}

export async function noteTextFault(
  db: Executor,
  { kind, locale, version }: { kind: MailKind; locale: Locale; version: number },
  fault: string,
  now: Date,
): Promise<void> {
  await db
    .updateTable('mailTemplates')
    .set({ fault: fault.slice(0, 300), faultTime: now })
    .where('kind', '=', kind)
    .where('locale', '=', locale)
    .where('version', '=', version)
    .execute();
}
