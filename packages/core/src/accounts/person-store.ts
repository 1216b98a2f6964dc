import type { Context } from '../kernel/context.ts';
import type { Identifier } from './identifier.ts';
import type { Realm } from './model.ts';
import type { MerchantPerson, Person, StaffPerson } from './person.ts';
import { staffGrants } from './role-store.ts';

type Reads = Pick<Context, 'db'>;

/** Whoever has this e-mail, phone or number. */
export function findPerson(ctx: Reads, realm: Realm, by: Identifier | number): Promise<Person | undefined> {
  return realm === 'merchant' ? findUser(ctx, by) : findStaff(ctx, by);
}

export async function findUser({ db }: Reads, by: Identifier | number): Promise<MerchantPerson | undefined> {
  const rows = db
    .selectFrom('merchantUsers as u')
    .innerJoin('merchants as m', 'm.id', 'u.merchantId')
    .select([
      'u.id',
      'u.merchantId',
      'u.name',
      'u.email',
      'u.role',
      'u.passwordHash',
      'u.status',
      'u.locale',
      'u.totpSecretEnc',
      'u.totpEnabledTime',
      'm.companyName',
      'm.status as merchantStatus',
    ]);
  const row = await (typeof by === 'number'
    ? rows.where('u.id', '=', by)
    : rows.where(by.kind === 'email' ? 'u.email' : 'u.phoneNorm', '=', by.value)
  ).executeTakeFirst();
  return row && { realm: 'merchant', ...row };
}

export async function findStaff(ctx: Reads, by: Identifier | number): Promise<StaffPerson | undefined> {
  const rows = ctx.db
    .selectFrom('staffUsers')
    .select([
      'id',
      'name',
      'email',
      'roles',
      'passwordHash',
      'status',
      'locale',
      'teamId',
      'totpSecretEnc',
      'totpEnabledTime',
      'externalId',
      'username',
      'createdBy',
    ]);
  const row = await (typeof by === 'number'
    ? rows.where('id', '=', by)
    : rows.where(by.kind === 'email' ? 'email' : 'phoneNorm', '=', by.value)
  ).executeTakeFirst();
  if (!row) return undefined;
  const roles = row.roles.split(',').filter((role) => role !== '');
  return { realm: 'staff', ...row, roles, ...(await staffGrants(ctx, roles)) };
}

/** Name and language of one person; where it is an owner, of the merchant, too. */
export async function changeMe(
  { db }: Reads,
  realm: Realm,
  id: number,
  { name, locale }: { name?: string | undefined; locale?: string | undefined },
  now: Date,
): Promise<void> {
  const change = { ...(name !== undefined && { name }), ...(locale !== undefined && { locale }), updatedTime: now };
  if (realm === 'staff') {
    await db.updateTable('staffUsers').set(change).where('id', '=', id).execute();
    return;
  }
  await db.updateTable('merchantUsers').set(change).where('id', '=', id).execute();
  const contact = { ...(name !== undefined && { contactPerson: name }), ...(locale !== undefined && { locale }) };
  await db
    .updateTable('merchants')
    .set({ ...contact, updatedTime: now })
    .where('id', '=', (eb) => eb.selectFrom('merchantUsers').select('ownerOf').where('id', '=', id))
    .execute();
}
