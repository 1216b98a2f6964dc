import type { Executor } from '../kernel/context.ts';

/** Whoever of the merchant's people has this address. */
export function userByAddress(db: Executor, merchantId: number, email: string) {
  return db
    .selectFrom('merchantUsers')
    .select(['id', 'name', 'role', 'status'])
    .where('email', '=', email)
    .where('merchantId', '=', merchantId)
    .executeTakeFirst();
}
