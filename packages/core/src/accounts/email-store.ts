import { isDuplicateKey } from '@forewarn/db';
import type { Context } from '../kernel/context.ts';
import type { MerchantPerson } from './person.ts';

/** The user's address, and with an owner's the merchant's; false when it is taken. Its caller rolls back then. */
export async function moveToEmail(
  { db }: Pick<Context, 'db'>,
  { id, merchantId, role }: MerchantPerson,
  email: string,
  now: Date,
): Promise<boolean> {
  try {
    await db
      .updateTable('merchantUsers')
      .set((eb) => ({ email, updatedTime: now, version: eb('version', '+', 1) }))
      .where('id', '=', id)
      .execute();
    if (role === 'OWNER')
      await db
        .updateTable('merchants')
        .set((eb) => ({ email, updatedTime: now, version: eb('version', '+', 1) }))
        .where('id', '=', merchantId)
        .execute();
    return true;
  } catch (error) {
    if (isDuplicateKey(error)) return false;
    throw error;
  }
}
