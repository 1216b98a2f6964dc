import { isDuplicateKey } from '@forewarn/db';
import type { Context } from '../kernel/context.ts';

type Reads = Pick<Context, 'db'>;

export interface Registration {
  companyName: string;
  contactPerson: string;
  email: string;
  phone: string;
  passwordHash: string;
  locale: string;
  timeZone: string;
  now: Date;
}

/**
 * A merchant that waits for its address to be confirmed, and its owner. The phone is noted and claims nothing yet: only a
 * confirmed account signs in by it. Undefined when the address was taken in the meantime.
 */
export async function insertRegistration(
  { db }: Reads,
  { now, passwordHash, ...company }: Registration,
): Promise<{ merchantId: number; userId: number } | undefined> {
  const times = { createdTime: now, updatedTime: now };
  let merchantId: number | undefined;
  try {
    const merchant = await db
      .insertInto('merchants')
      .values({ ...company, status: 'PENDING', ...times })
      .executeTakeFirstOrThrow();
    merchantId = Number(merchant.insertId);
    const { contactPerson: name, email, phone, locale } = company;
    const user = await db
      .insertInto('merchantUsers')
      .values({ merchantId, role: 'OWNER', name, email, phone, locale, passwordHash, ...times })
      .executeTakeFirstOrThrow();
    return { merchantId, userId: Number(user.insertId) };
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    if (merchantId !== undefined) await db.deleteFrom('merchants').where('id', '=', merchantId).execute();
    return undefined;
  }
}

/** Whoever registers again with the password chosen before corrects what they wrote. */
export async function correctRegistration(
  { db }: Reads,
  { merchantId, id }: { merchantId: number; id: number },
  { companyName, contactPerson, phone }: Pick<Registration, 'companyName' | 'contactPerson' | 'phone'>,
  now: Date,
): Promise<void> {
  await db
    .updateTable('merchants')
    .set((eb) => ({ companyName, contactPerson, phone, updatedTime: now, version: eb('version', '+', 1) }))
    .where('id', '=', merchantId)
    .where('status', '=', 'PENDING')
    .execute();
  await db
    .updateTable('merchantUsers')
    .set({ name: contactPerson, phone, updatedTime: now })
    .where('id', '=', id)
    .execute();
}

/** Signing in by phone belongs to the first confirmed account that has the number; for later ones it is for contact. */
export async function claimPhone(
  { db }: Reads,
  { merchantId, id }: { merchantId: number; id: number },
  phoneNorm: string,
): Promise<boolean> {
  const [user, merchant] = await Promise.all([
    db.selectFrom('merchantUsers').select('id').where('phoneNorm', '=', phoneNorm).executeTakeFirst(),
    db.selectFrom('merchants').select('id').where('phoneNorm', '=', phoneNorm).executeTakeFirst(),
  ]);
  if (user || merchant) return false;
  try {
    await db.updateTable('merchantUsers').set({ phoneNorm }).where('id', '=', id).execute();
    await db.updateTable('merchants').set({ phoneNorm }).where('id', '=', merchantId).execute();
    return true;
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    await db.updateTable('merchantUsers').set({ phoneNorm: null }).where('id', '=', id).execute();
    return false;
  }
}

export async function phoneOf({ db }: Reads, userId: number): Promise<string | null> {
  const row = await db.selectFrom('merchantUsers').select('phone').where('id', '=', userId).executeTakeFirst();
  return row?.phone ?? null;
}
