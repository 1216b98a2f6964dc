import { sql } from 'kysely';
import type { Executor } from '../kernel/context.ts';
import type { SenderFields } from './sender-fields.ts';

type Db = Pick<{ db: Executor }, 'db'>;

/** At most a handful: in the order in which they are tried. */
export function senderRows({ db }: Db) {
  return db.selectFrom('mailSenders').selectAll().orderBy('place').orderBy('id').execute();
}
export type SenderRow = Awaited<ReturnType<typeof senderRows>>[number];

export function senderById({ db }: Db, id: number) {
  return db.selectFrom('mailSenders').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

export function senderNow({ db }: Db, id: number) {
  return db.selectFrom('mailSenders').selectAll().where('id', '=', id).executeTakeFirst();
}

interface Written {
  by: string;
  now: Date;
}

export interface SealedSecret {
  secretKey: string;
  secretEnc: Buffer | null;
}

/** Behind the others. */
export async function insertSender(
  { db }: Db,
  fields: SenderFields,
  sealed: SealedSecret,
  { by, now }: Written,
): Promise<number> {
  const last = await db
    .selectFrom('mailSenders')
    .select((eb) => eb.fn.max('place').as('place'))
    .executeTakeFirst();
  const { insertId } = await db
    .insertInto('mailSenders')
    .values({ ...row(fields), ...sealed, place: (last?.place ?? 0) + 1, updatedBy: by, updatedTime: now })
    .executeTakeFirstOrThrow();
  return Number(insertId);
}

/** False when somebody has changed it meanwhile. */
export async function writeSender(
  { db }: Db,
  { id, version }: { id: number; version: number },
  fields: SenderFields,
  sealed: SealedSecret | undefined,
  { by, now }: Written,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('mailSenders')
    .set({ ...row(fields), ...sealed, version: version + 1, updatedBy: by, updatedTime: now })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

function row({ enabled, ...fields }: SenderFields) {
  return { ...fields, enabled: enabled ? 1 : 0 };
}

export async function deleteSender({ db }: Db, id: number, version: number): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('mailSenders')
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirstOrThrow();
  return numDeletedRows === 1n;
}

export async function placeSender({ db }: Db, id: number, place: number): Promise<void> {
  await db.updateTable('mailSenders').set({ place }).where('id', '=', id).execute();
}

/**
 * Counts one mail against the minute's allowance; false when it is used up. One statement, so that any number of workers, restarted as
 * often as they like, stay within it. MySQL assigns from left to right: the count is worked out from the former minute.
 */
export async function takePlaceInMinute({ db }: Db, id: number, minute: Date): Promise<boolean> {
  const { numAffectedRows } = await sql`
    UPDATE mail_senders SET rate_used = IF(rate_minute = ${minute}, rate_used + 1, 1), rate_minute = ${minute}
    WHERE id = ${id} AND (rate_per_minute IS NULL OR rate_minute IS NULL OR rate_minute < ${minute} OR rate_used < rate_per_minute)`.execute(
    db,
  );
  return numAffectedRows === 1n;
}

export async function noteSuccess({ db }: Db, id: number, now: Date): Promise<void> {
  await db.updateTable('mailSenders').set({ lastSuccessTime: now }).where('id', '=', id).execute();
}

export async function noteError({ db }: Db, id: number, reply: string, now: Date): Promise<void> {
  await db
    .updateTable('mailSenders')
    .set({ lastErrorTime: now, lastError: reply.slice(0, 500) })
    .where('id', '=', id)
    .execute();
}
