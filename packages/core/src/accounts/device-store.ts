import type { Tx } from '@forewarn/db';
import type { Context } from '../kernel/context.ts';
import type { Realm } from './model.ts';

type Reads = Pick<Context, 'db'>;
type Subject = { realm: Realm; id: number };

export async function isKnownDevice({ db }: Reads, { realm, id }: Subject, deviceHash: Buffer): Promise<boolean> {
  const row = await db
    .selectFrom('knownDevices')
    .select('deviceHash')
    .where('realm', '=', realm)
    .where('subjectId', '=', id)
    .where('deviceHash', '=', deviceHash)
    .executeTakeFirst();
  return row !== undefined;
}

/** After a sign-in that succeeded; answers whether the device is new to this person. */
export async function knowDevice(
  tx: Tx,
  subject: Subject,
  { hash, userAgent, ip, now }: { hash: Buffer; userAgent: string; ip: string; now: Date },
): Promise<boolean> {
  const known = await isKnownDevice({ db: tx }, subject, hash);
  const seen = { userAgent, ip, lastSeenTime: now };
  await tx
    .insertInto('knownDevices')
    .values({ realm: subject.realm, subjectId: subject.id, deviceHash: hash, createdTime: now, ...seen })
    .onDuplicateKeyUpdate(seen)
    .execute();
  return !known;
}

/** They have to prove themselves again. */
export async function forgetDevices({ db }: Reads, realm: Realm, subjectId: number): Promise<void> {
  await db.deleteFrom('knownDevices').where('realm', '=', realm).where('subjectId', '=', subjectId).execute();
}
