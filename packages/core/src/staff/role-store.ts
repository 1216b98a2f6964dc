import { isDuplicateKey } from '@forewarn/db';
import { readGrants } from '../accounts/index.ts';
import { DEFAULT_GRANTS, type Grants, isStaffRole, STAFF_ROLES } from '../kernel/access.ts';
import { actorRef } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { appError } from '../kernel/errors.ts';
import { splitRoles } from './store.ts';

type Reads = Pick<Context, 'db'>;

export interface RoleRow {
  code: string;
  name: string;
  grants: Grants;
  requireTotp: boolean;
  /** 0: a built-in role as it came. */
  version: number;
}

const asItCame = (code: string): RoleRow | undefined =>
  isStaffRole(code) ? { code, name: '', grants: DEFAULT_GRANTS[code], requireTotp: false, version: 0 } : undefined;

/** Every role there is: built-in ones as changed or as they came, then those that were added. */
export async function allRoles({ db }: Reads): Promise<RoleRow[]> {
  const rows = await db
    .selectFrom('staffRoles')
    .select(['code', 'name', 'grants', 'requireTotp', 'version'])
    .orderBy('code')
    .execute();
  const stored = new Map(rows.map((row) => [row.code, toRole(row)]));
  const builtIn = STAFF_ROLES.map((code) => stored.get(code) ?? asItCame(code)).filter((role) => role !== undefined);
  return [...builtIn, ...[...stored.values()].filter(({ code }) => !isStaffRole(code))];
}

/** The role with its row locked, where it has one. */
export async function lockRole({ db }: Reads, code: string): Promise<RoleRow | undefined> {
  const row = await db
    .selectFrom('staffRoles')
    .select(['code', 'name', 'grants', 'requireTotp', 'version'])
    .where('code', '=', code)
    .forUpdate()
    .executeTakeFirst();
  return row ? toRole(row) : asItCame(code);
}

function toRole(row: { code: string; name: string; grants: unknown; requireTotp: number; version: number }): RoleRow {
  return { ...row, grants: readGrants(row.grants), requireTotp: row.requireTotp === 1 };
}

/** Writes a role as its next version. Errors: `CONFLICT` (somebody else was faster), `NAME_TAKEN` (a new role's code is in use). */
export async function writeRole(ctx: Context, role: RoleRow): Promise<void> {
  const now = ctx.now();
  const { code, version } = role;
  const values = {
    name: role.name,
    grants: JSON.stringify(role.grants),
    requireTotp: role.requireTotp ? 1 : 0,
    updatedBy: actorRef(ctx.actor),
    updatedTime: now,
  };
  if (version === 0) {
    try {
      await ctx.db
        .insertInto('staffRoles')
        .values({ code, ...values })
        .execute();
    } catch (error) {
      throw isDuplicateKey(error) ? appError(isStaffRole(code) ? 'CONFLICT' : 'NAME_TAKEN') : error;
    }
    return;
  }
  const result = await ctx.db
    .updateTable('staffRoles')
    .set({ ...values, version: version + 1 })
    .where('code', '=', code)
    .where('version', '=', version)
    .executeTakeFirst();
  if (Number(result.numUpdatedRows) === 0) throw appError('CONFLICT');
}

export async function deleteRole({ db }: Reads, code: string): Promise<void> {
  await db.deleteFrom('staffRoles').where('code', '=', code).execute();
}

/** How many people have each role, invited and disabled ones too. */
export async function membersByRole({ db }: Reads): Promise<Map<string, number>> {
  const rows = await db.selectFrom('staffUsers').select('roles').execute();
  const members = new Map<string, number>();
  for (const code of rows.flatMap(({ roles }) => splitRoles(roles))) members.set(code, (members.get(code) ?? 0) + 1);
  return members;
}
