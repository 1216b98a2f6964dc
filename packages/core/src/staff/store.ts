import { isDuplicateKey } from '@forewarn/db';
import type { z } from 'zod';
import { shownAddress } from '../accounts/index.ts';
import type { Context } from '../kernel/context.ts';
import { isoOrNull } from '../kernel/time.ts';
import type { StaffListInput, StaffMember, StaffStatus } from './model.ts';

type Reads = Pick<Context, 'db'>;

/** Team scope shows the actor's own team, own scope the actor alone. */
export function scopedStaff({ db, scope, actor }: Pick<Context, 'db' | 'scope' | 'actor'>) {
  const all = db.selectFrom('staffUsers as s').leftJoin('teams as t', 't.id', 's.teamId');
  if (scope === 'all') return all;
  const me = actor.kind === 'staff' ? actor : undefined;
  if (scope === 'team' && me?.teamId) return all.where('s.teamId', '=', me.teamId);
  return all.where('s.id', '=', me?.id ?? -1);
}

const COLUMNS = [
  's.id',
  's.name',
  's.email',
  's.roles',
  's.status',
  's.teamId',
  't.name as teamName',
  's.totpEnabledTime',
  's.externalId',
  's.username',
  's.createdTime',
  's.lastLoginTime',
  's.version',
] as const;

type ListInput = z.output<typeof StaffListInput>;

export async function staffPage(ctx: Context, { keyword, status, role, teamId, page, size }: ListInput) {
  let rows = scopedStaff(ctx);
  if (status) rows = rows.where('s.status', '=', status);
  if (teamId) rows = rows.where('s.teamId', '=', teamId);
  if (role) rows = rows.where((eb) => eb(eb.fn<number>('find_in_set', [eb.val(role), 's.roles']), '>', 0));
  if (keyword) {
    const part = `%${keyword.replace(/[\\%_]/g, '\\$&')}%`;
    rows = rows.where((eb) =>
      eb.or([
        eb('s.name', 'like', part),
        eb('s.email', 'like', part.toLowerCase()),
        eb('s.username', 'like', part.toLowerCase()),
      ]),
    );
  }
  const [{ n }, records] = await Promise.all([
    rows.select((eb) => eb.fn.countAll<number>().as('n')).executeTakeFirstOrThrow(),
    rows
      .select(COLUMNS)
      .orderBy('s.id', 'desc')
      .limit(size)
      .offset((page - 1) * size)
      .execute(),
  ]);
  return { total: Number(n), records: records.map(toMember) };
}

export async function findMember(ctx: Context, id: number): Promise<StaffMember | undefined> {
  const row = await scopedStaff(ctx).select(COLUMNS).where('s.id', '=', id).executeTakeFirst();
  return row && toMember(row);
}

function toMember({
  totpEnabledTime,
  externalId,
  username,
  roles,
  ...row
}: {
  id: number;
  name: string;
  email: string;
  roles: string;
  status: StaffStatus;
  teamId: number | null;
  teamName: string | null;
  totpEnabledTime: Date | null;
  externalId: string | null;
  username: string | null;
  createdTime: Date;
  lastLoginTime: Date | null;
  version: number;
}): StaffMember {
  return {
    ...row,
    email: shownAddress({ email: row.email, username }),
    external: externalId !== null,
    roles: splitRoles(roles),
    totpEnabled: totpEnabledTime !== null,
    createdTime: row.createdTime.toISOString(),
    lastLoginTime: isoOrNull(row.lastLoginTime),
  };
}

export function splitRoles(roles: string): string[] {
  return roles.split(',').filter((role) => role !== '');
}

export interface StaffRow {
  id: number;
  name: string;
  email: string;
  roles: string[];
  status: StaffStatus;
  teamId: number | null;
  locale: string;
  externalId: string | null;
  version: number;
}

/**
 * Everybody, locked in one order: who changes roles or disables somebody has to know that a system admin remains, also when two do so in
 * the same moment. There are dozens, not thousands.
 */
export async function lockStaff({ db }: Reads): Promise<StaffRow[]> {
  const rows = await db
    .selectFrom('staffUsers')
    .select(['id', 'name', 'email', 'roles', 'status', 'teamId', 'locale', 'externalId', 'version'])
    .orderBy('id')
    .forUpdate()
    .execute();
  return rows.map((row) => ({ ...row, roles: splitRoles(row.roles) }));
}

export interface StaffChange {
  name?: string;
  roles?: string;
  teamId?: number | null;
  status?: StaffStatus;
  passwordHash?: string;
}

export async function changeStaff({ db }: Reads, id: number, change: StaffChange, now: Date): Promise<void> {
  await db
    .updateTable('staffUsers')
    .set((eb) => ({ ...change, updatedTime: now, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

export interface InvitedStaff {
  email: string;
  name: string;
  roles: string[];
  teamId: number | null;
  locale: string;
  createdBy: string;
}

/** Without a password, so that nobody can sign in; undefined when the address is in use. */
export async function insertInvited({ db }: Reads, { roles, ...row }: InvitedStaff, now: Date) {
  try {
    const { insertId } = await db
      .insertInto('staffUsers')
      .values({ ...row, roles: roles.join(','), status: 'INVITED', createdTime: now, updatedTime: now })
      .executeTakeFirstOrThrow();
    return Number(insertId);
  } catch (error) {
    if (isDuplicateKey(error)) return undefined;
    throw error;
  }
}

export async function invitedById({ db }: Reads, id: number) {
  const row = await db
    .selectFrom('staffUsers')
    .select(['email', 'name', 'roles'])
    .where('id', '=', id)
    .where('status', '=', 'INVITED')
    .executeTakeFirst();
  return row && { ...row, roles: splitRoles(row.roles) };
}

export async function deleteInvited({ db }: Reads, id: number): Promise<void> {
  await db.deleteFrom('staffUsers').where('id', '=', id).where('status', '=', 'INVITED').execute();
}
