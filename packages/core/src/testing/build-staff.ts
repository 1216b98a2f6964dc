import type { Db } from '@forewarn/db';
import { normalizeEmail, normalizePhone } from '../accounts/index.ts';
import { DEFAULT_GRANTS, mergeGrants, type StaffRole } from '../kernel/access.ts';
import type { Actor } from '../kernel/actor.ts';
import { unique } from './unique.ts';

export interface StaffOptions {
  name?: string;
  email?: string;
  phone?: string | null;
  roles?: readonly StaffRole[];
  passwordHash?: string;
  status?: 'ACTIVE' | 'DISABLED';
  createdTime?: Date;
}

export interface BuiltStaff {
  id: number;
  email: string;
  actor: Actor & { kind: 'staff' };
}

/** Writes a person of the operator (a platform admin unless said otherwise). */
export async function buildStaff(db: Db, options: StaffOptions = {}): Promise<BuiltStaff> {
  const email = normalizeEmail(options.email ?? `staff-${unique()}@example.test`);
  const roles = options.roles ?? ['PLATFORM_ADMIN'];
  const name = options.name ?? 'Li Si';
  const at = options.createdTime ?? new Date('2026-11-01T00:00:00.000Z');
  const { insertId } = await db
    .insertInto('staffUsers')
    .values({
      name,
      email,
      phoneNorm: options.phone ? (normalizePhone(options.phone) ?? null) : null,
      passwordHash: options.passwordHash ?? '!',
      roles: roles.join(','),
      status: options.status ?? 'ACTIVE',
      createdTime: at,
      updatedTime: at,
    })
    .executeTakeFirstOrThrow();
  const id = Number(insertId);
  const grants = mergeGrants(roles.map((role) => DEFAULT_GRANTS[role]));
  const sessionId = crypto.randomUUID();
  return {
    id,
    email,
    actor: { kind: 'staff', id, name, roles, teamId: null, grants, sessionId, mustSetUpTotp: false },
  };
}
