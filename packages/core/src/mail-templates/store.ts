import { isDuplicateKey } from '@forewarn/db';
import { sql } from 'kysely';
import type { Executor } from '../kernel/context.ts';
import type { Locale } from '../kernel/locale.ts';

type Db = { db: Executor };
interface Ref {
  kind: string;
  locale: Locale;
}

const STATE = ['kind', 'locale', 'version', 'createdBy', 'createdTime', 'note', 'fault', 'faultTime'] as const;
const builtIn = sql<number>`body IS NULL`.as('builtIn');

/** The newest version of each text, without the text: at most two a kind. */
export function newestVersions({ db }: Db) {
  const newest = db
    .selectFrom('mailTemplates')
    .select(['kind', 'locale', (eb) => eb.fn.max('version').as('version')])
    .groupBy(['kind', 'locale'])
    .as('newest');
  return db
    .selectFrom('mailTemplates')
    .innerJoin(newest, (join) =>
      join
        .onRef('newest.kind', '=', 'mailTemplates.kind')
        .onRef('newest.locale', '=', 'mailTemplates.locale')
        .onRef('newest.version', '=', 'mailTemplates.version'),
    )
    .select([
      'mailTemplates.kind',
      'mailTemplates.locale',
      'mailTemplates.version',
      'mailTemplates.createdBy',
      'mailTemplates.createdTime',
      'mailTemplates.fault',
      'mailTemplates.faultTime',
      builtIn,
    ])
    .execute();
}

/** The versions of one text, newest first. */
export function versionsOf({ db }: Db, { kind, locale }: Ref, limit = 50) {
  return db
    .selectFrom('mailTemplates')
    .select([...STATE, builtIn])
    .where('kind', '=', kind)
    .where('locale', '=', locale)
    .orderBy('version', 'desc')
    .limit(limit)
    .execute();
}

export function versionText({ db }: Db, { kind, locale }: Ref, version: number) {
  return db
    .selectFrom('mailTemplates')
    .select(['version', 'subject', 'body'])
    .where('kind', '=', kind)
    .where('locale', '=', locale)
    .where('version', '=', version)
    .executeTakeFirst();
}

export interface NewVersion extends Ref {
  version: number;
  /** Null: back to the built-in text. */
  text: { subject: string; body: string } | null;
  note: string;
  by: string;
  now: Date;
}

/** False when somebody has saved that version already. */
export async function insertVersion({ db }: Db, { text, by, now, ...row }: NewVersion): Promise<boolean> {
  try {
    await db
      .insertInto('mailTemplates')
      .values({ ...row, subject: text?.subject ?? null, body: text?.body ?? null, createdBy: by, createdTime: now })
      .execute();
    return true;
  } catch (error) {
    if (isDuplicateKey(error)) return false;
    throw error;
  }
}

/** Names behind `staff:7`, for people to read. */
export async function staffNames({ db }: Db, refs: readonly string[]): Promise<Map<string, string>> {
  const ids = [...new Set(refs)].flatMap((ref) => (/^staff:\d+$/.test(ref) ? [Number(ref.slice(6))] : []));
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom('staffUsers').select(['id', 'name']).where('id', 'in', ids).execute();
  return new Map(rows.map(({ id, name }) => [`staff:${id}`, name]));
}

/** The caller's own address, for a test mail. */
export async function staffAddress({ db }: Db, id: number): Promise<string | undefined> {
  return (await db.selectFrom('staffUsers').select('email').where('id', '=', id).executeTakeFirst())?.email;
}
