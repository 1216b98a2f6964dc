import type { DB } from '@forewarn/db';
import type { Insertable } from 'kysely';
import type { Context } from '../kernel/context.ts';

type Reads = Pick<Context, 'db'>;

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
