import type { Context } from '../kernel/context.ts';
import type { MerchantStatus } from './model.ts';

type Reads = Pick<Context, 'db'>;

export function lockMerchant({ db }: Reads, id: number) {
  return db
    .selectFrom('merchants')
    .select(['id', 'companyName', 'contactPerson', 'email', 'status', 'locale'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

/** Writes the status; {@link changeStatus} alone may call it. */
export async function writeStatus(
  { db }: Reads,
  id: number,
  change: { status: MerchantStatus; statusReason: string | null; activatedTime?: Date },
  now: Date,
): Promise<void> {
  await db
    .updateTable('merchants')
    .set((eb) => ({ ...change, updatedTime: now, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

export async function userIdsOf({ db }: Reads, merchantId: number): Promise<number[]> {
  const rows = await db.selectFrom('merchantUsers').select('id').where('merchantId', '=', merchantId).execute();
  return rows.map(({ id }) => id);
}

export async function ownerOf({ db }: Reads, merchantId: number) {
  return db
    .selectFrom('merchantUsers')
    .select(['id', 'name', 'email', 'locale', 'status', 'passwordHash'])
    .where('ownerOf', '=', merchantId)
    .executeTakeFirst();
}
