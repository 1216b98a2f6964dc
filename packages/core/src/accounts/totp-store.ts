import type { Tx } from '@forewarn/db';
import type { Context } from '../kernel/context.ts';
import type { Realm } from './model.ts';

type Reads = Pick<Context, 'db'>;
type Subject = { realm: Realm; id: number };

export function tableOf(realm: Realm) {
  return realm === 'staff' ? ('staffUsers' as const) : ('merchantUsers' as const);
}

/** Where the sealed secret belongs. */
export function totpPlace({ realm, id }: Subject): string {
  return `${realm === 'staff' ? 'staff_users' : 'merchant_users'}.totp_secret_enc.${id}`;
}

/** A secret that isn't confirmed yet counts for nothing; false when one is in use. */
export async function keepSecret({ db }: Reads, { realm, id }: Subject, sealed: Buffer, now: Date): Promise<boolean> {
  const result = await db
    .updateTable(tableOf(realm))
    .set({ totpSecretEnc: sealed, totpLastStep: 0, updatedTime: now })
    .where('id', '=', id)
    .where('totpEnabledTime', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Uses up a step: each code works once, and none from before it (compare and set). */
export async function takeStep({ db }: Reads, { realm, id }: Subject, step: number): Promise<boolean> {
  const result = await db
    .updateTable(tableOf(realm))
    .set({ totpLastStep: step })
    .where('id', '=', id)
    .where('totpLastStep', '<', step)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

export async function setTotp(
  db: Context['db'] | Tx,
  { realm, id }: Subject,
  enabledTime: Date | null,
  now: Date,
): Promise<void> {
  await db
    .updateTable(tableOf(realm))
    .set({ totpEnabledTime: enabledTime, ...(enabledTime === null && { totpSecretEnc: null }), updatedTime: now })
    .where('id', '=', id)
    .execute();
}

/** The former codes stop working. */
export async function replaceRecoveryCodes(
  db: Context['db'] | Tx,
  { realm, id }: Subject,
  hashes: readonly Buffer[],
  now: Date,
): Promise<void> {
  await db.deleteFrom('recoveryCodes').where('realm', '=', realm).where('subjectId', '=', id).execute();
  if (hashes.length === 0) return;
  await db
    .insertInto('recoveryCodes')
    .values(hashes.map((codeHash) => ({ realm, subjectId: id, codeHash, createdTime: now })))
    .execute();
}

/** Each works once. */
export async function takeRecoveryCode(
  { db }: Reads,
  { realm, id }: Subject,
  codeHash: Buffer,
  now: Date,
): Promise<boolean> {
  const result = await db
    .updateTable('recoveryCodes')
    .set({ usedTime: now })
    .where('realm', '=', realm)
    .where('subjectId', '=', id)
    .where('codeHash', '=', codeHash)
    .where('usedTime', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

export async function recoveryCodesLeft({ db }: Reads, { realm, id }: Subject): Promise<number> {
  const rows = await db
    .selectFrom('recoveryCodes')
    .select('id')
    .where('realm', '=', realm)
    .where('subjectId', '=', id)
    .where('usedTime', 'is', null)
    .execute();
  return rows.length;
}
