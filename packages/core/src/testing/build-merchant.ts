import type { Db } from '@forewarn/db';
import { normalizeEmail, normalizePhone } from '../accounts/index.ts';
import type { Actor } from '../kernel/actor.ts';
import type { Locale } from '../kernel/locale.ts';
import type { MerchantStatus } from '../merchants/model.ts';
import { buildUser } from './build-user.ts';
import { unique } from './unique.ts';

export interface MerchantOptions {
  companyName?: string;
  contactPerson?: string;
  email?: string;
  phone?: string | null;
  /** Without one nobody can sign in. */
  passwordHash?: string;
  status?: MerchantStatus;
  locale?: Locale;
  timeZone?: string;
  createdTime?: Date;
}

export interface BuiltMerchant {
  id: number;
  /** Its owner's number. */
  userId: number;
  companyName: string;
  email: string;
  /** The owner as an actor, without signing in. */
  actor: Actor & { kind: 'merchant' };
}

/** Writes a merchant of its own with its owner (ACTIVE unless said otherwise). */
export async function buildMerchant(db: Db, options: MerchantOptions = {}): Promise<BuiltMerchant> {
  const n = unique();
  const companyName = options.companyName ?? `Company ${n}`;
  const email = normalizeEmail(options.email ?? `merchant-${n}@example.test`);
  const status = options.status ?? 'ACTIVE';
  const at = options.createdTime ?? new Date('2026-11-01T00:00:00.000Z');
  const contactPerson = options.contactPerson ?? 'Zhang San';
  const phone = options.phone ?? null;
  const phoneNorm = phone === null ? null : (normalizePhone(phone) ?? null);
  const locale = options.locale ?? 'zh-CN';
  const times = { createdTime: at, updatedTime: at };
  const { insertId } = await db
    .insertInto('merchants')
    .values({
      companyName,
      contactPerson,
      email,
      phone,
      phoneNorm,
      status,
      locale,
      timeZone: options.timeZone ?? 'Asia/Shanghai',
      activatedTime: status === 'PENDING' ? null : at,
      ...times,
    })
    .executeTakeFirstOrThrow();
  const id = Number(insertId);
  const owner = await buildUser(db, id, {
    role: 'OWNER',
    name: contactPerson,
    email,
    phone,
    locale,
    createdTime: at,
    merchantStatus: status,
    ...(options.passwordHash !== undefined && { passwordHash: options.passwordHash }),
  });
  return { id, userId: owner.id, companyName, email, actor: owner.actor };
}
