import type { DB } from '@forewarn/db';
import type { Insertable } from 'kysely';
import type { Context } from '../kernel/context.ts';
import type { LinkPurpose, Realm } from './model.ts';

type Reads = Pick<Context, 'db'>;
interface LinkSubject {
  realm: Realm;
  subjectId: number;
}

const COLUMNS = [
  'tokenHash',
  'purpose',
  'realm',
  'subjectId',
  'dataEnc',
  'expiresTime',
  'usedTime',
  'replacedTime',
] as const;

/** The newest link is the one that counts: whoever asks again and then finds the older mail is told so. */
export async function insertLink({ db }: Reads, link: Insertable<DB['actionLinks']>): Promise<void> {
  await db
    .updateTable('actionLinks')
    .set({ replacedTime: link.createdTime })
    .where('realm', '=', link.realm)
    .where('subjectId', '=', link.subjectId)
    .where('purpose', '=', link.purpose)
    .where('usedTime', 'is', null)
    .where('replacedTime', 'is', null)
    .execute();
  await db.insertInto('actionLinks').values(link).execute();
}

export function findLink({ db }: Reads, tokenHash: Buffer) {
  return db.selectFrom('actionLinks').select(COLUMNS).where('tokenHash', '=', tokenHash).executeTakeFirst();
}

export function lockLink({ db }: Reads, tokenHash: Buffer) {
  return db.selectFrom('actionLinks').select(COLUMNS).where('tokenHash', '=', tokenHash).forUpdate().executeTakeFirst();
}

export async function closeLink({ db }: Reads, tokenHash: Buffer, now: Date): Promise<void> {
  await db.updateTable('actionLinks').set({ usedTime: now }).where('tokenHash', '=', tokenHash).execute();
}

/** Links made for a person since then, used or not: a brake on mails that anybody can have sent. */
export async function countLinks({ db }: Reads, link: LinkSubject & { purpose: LinkPurpose }, since: Date) {
  const { n } = await db
    .selectFrom('actionLinks')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('realm', '=', link.realm)
    .where('subjectId', '=', link.subjectId)
    .where('purpose', '=', link.purpose)
    .where('createdTime', '>', since)
    .executeTakeFirstOrThrow();
  return Number(n);
}

/** Ends what is open: a link asked for under an older password or address must not outlive it. */
export async function closeLinks(
  { db }: Reads,
  { realm, subjectId }: LinkSubject,
  purposes: readonly LinkPurpose[],
  now: Date,
): Promise<void> {
  await db
    .updateTable('actionLinks')
    .set({ replacedTime: now })
    .where('realm', '=', realm)
    .where('subjectId', '=', subjectId)
    .where('purpose', 'in', [...purposes])
    .where('usedTime', 'is', null)
    .where('replacedTime', 'is', null)
    .execute();
}
