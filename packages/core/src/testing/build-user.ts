import type { Db } from '@forewarn/db';
import { normalizeEmail, normalizePhone } from '../accounts/index.ts';
import { DEFAULT_GRANTS, type MerchantRole } from '../kernel/access.ts';
import type { Actor } from '../kernel/actor.ts';
import type { Locale } from '../kernel/locale.ts';
import type { MerchantStatus } from '../merchants/model.ts';
import { unique } from './unique.ts';

export interface UserOptions {
  role?: MerchantRole;
  name?: string;
  email?: string;
  phone?: string | null;
  passwordHash?: string;
  status?: 'INVITED' | 'ACTIVE' | 'DISABLED';
  locale?: Locale;
  createdTime?: Date;
  merchantStatus?: MerchantStatus;
}

export interface BuiltUser {
  id: number;
  email: string;
  actor: Actor & { kind: 'merchant' };
}

/** A user of a merchant that is there (a handler unless said otherwise). */
export async function buildUser(db: Db, merchantId: number, options: UserOptions = {}): Promise<BuiltUser> {
  const role = options.role ?? 'HANDLER';
  const name = options.name ?? 'Wang Wu';
  const email = normalizeEmail(options.email ?? `user-${unique()}@example.test`);
  const at = options.createdTime ?? new Date('2026-11-01T00:00:00.000Z');
  const { insertId } = await db
    .insertInto('merchantUsers')
    .values({
      merchantId,
      role,
      name,
      email,
      phone: options.phone ?? null,
      phoneNorm: options.phone ? (normalizePhone(options.phone) ?? null) : null,
      passwordHash: options.passwordHash ?? '!',
      status: options.status ?? 'ACTIVE',
      locale: options.locale ?? 'zh-CN',
      createdTime: at,
      updatedTime: at,
    })
    .executeTakeFirstOrThrow();
  const id = Number(insertId);
  return {
    id,
    email,
    actor: {
      kind: 'merchant',
      id,
      merchantId,
      name,
      role,
      grants: DEFAULT_GRANTS[role],
      sessionId: crypto.randomUUID(),
      merchantStatus: options.merchantStatus === 'SUSPENDED' ? 'SUSPENDED' : 'ACTIVE',
    },
  };
}
