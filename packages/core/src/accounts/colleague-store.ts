import { isDuplicateKey } from '@forewarn/db';
import type { Context } from '../kernel/context.ts';
import type { ColleagueRole, UserStatus } from './model.ts';

type Reads = Pick<Context, 'db'>;

const COLUMNS = ['id', 'name', 'email', 'role', 'status', 'createdTime', 'lastLoginTime'] as const;

/** The merchant's people, its owner first. */
export function usersOf({ db }: Reads, merchantId: number) {
  return db
    .selectFrom('merchantUsers')
    .select(COLUMNS)
    .where('merchantId', '=', merchantId)
    .orderBy('ownerOf', 'desc')
    .orderBy('id')
    .limit(200)
    .execute();
}

/** Those of them who can sign in, with where they are told things. */
export function activeColleagues({ db }: Reads, merchantId: number) {
  return db
    .selectFrom('merchantUsers')
    .select(['id', 'name', 'email', 'locale'])
    .where('merchantId', '=', merchantId)
    .where('status', '=', 'ACTIVE')
    .orderBy('ownerOf', 'desc')
    .orderBy('id')
    .limit(200)
    .execute();
}

/** One of them, locked until the transaction ends; undefined for anybody else's. */
export function lockUser({ db }: Reads, merchantId: number, id: number) {
  return db
    .selectFrom('merchantUsers')
    .select(COLUMNS)
    .where('merchantId', '=', merchantId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

/** Until when the newest open invitation of each works. */
export async function openInvitations({ db }: Reads, ids: readonly number[], now: Date): Promise<Map<number, Date>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('actionLinks')
    .select(['subjectId', 'expiresTime'])
    .where('realm', '=', 'merchant')
    .where('purpose', '=', 'INVITE')
    .where('subjectId', 'in', [...ids])
    .where('usedTime', 'is', null)
    .where('replacedTime', 'is', null)
    .where('expiresTime', '>', now)
    .execute();
  return new Map(rows.map((row) => [row.subjectId, row.expiresTime]));
}

export interface Invitation {
  merchantId: number;
  email: string;
  name: string;
  role: ColleagueRole;
  locale: string;
  createdBy: string;
  now: Date;
}

/** The invited user's number; undefined when the address is in use. */
export async function insertInvited({ db }: Reads, { now, ...user }: Invitation): Promise<number | undefined> {
  try {
    const { insertId } = await db
      .insertInto('merchantUsers')
      .values({ ...user, status: 'INVITED', createdTime: now, updatedTime: now })
      .executeTakeFirstOrThrow();
    return Number(insertId);
  } catch (error) {
    if (isDuplicateKey(error)) return undefined;
    throw error;
  }
}

export async function changeUser(
  { db }: Reads,
  id: number,
  change: { role?: ColleagueRole; status?: UserStatus },
  now: Date,
): Promise<void> {
  await db
    .updateTable('merchantUsers')
    .set((eb) => ({ ...change, updatedTime: now, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

/** Only who never came can go without a trace in histories. */
export async function deleteInvited({ db }: Reads, id: number): Promise<void> {
  await db.deleteFrom('merchantUsers').where('id', '=', id).where('status', '=', 'INVITED').execute();
}

/** The owner alone invites. */
export async function inviterOf({ db }: Reads, userId: number): Promise<string> {
  const row = await db
    .selectFrom('merchantUsers as u')
    .innerJoin('merchantUsers as o', 'o.ownerOf', 'u.merchantId')
    .select('o.name')
    .where('u.id', '=', userId)
    .executeTakeFirst();
  return row?.name ?? '';
}
