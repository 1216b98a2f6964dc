import { isDuplicateKey } from '@forewarn/db';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Context } from '../kernel/context.ts';
import { appError } from '../kernel/errors.ts';
import type { MerchantListInput } from './model.ts';

type Reads = Pick<Context, 'db'>;

const COLUMNS = [
  'id',
  'companyName',
  'contactPerson',
  'email',
  'phone',
  'phoneNorm',
  'status',
  'locale',
  'timeZone',
  'createdTime',
  'lastLoginTime',
  'activatedTime',
  'statusReason',
] as const;

export function merchantById({ db }: Reads, id: number) {
  return db.selectFrom('merchants').select(COLUMNS).where('id', '=', id).executeTakeFirst();
}

export interface ProfileChange {
  companyName?: string;
  contactPerson?: string;
  phone?: string | null;
  phoneNorm?: string | null;
  locale?: string;
  timeZone?: string;
}

/** Company and owner in one: the owner signs in by the phone that stands in the profile (A-034). Errors: `PHONE_TAKEN`. */
export async function changeMerchant({ db }: Reads, id: number, change: ProfileChange, now: Date): Promise<void> {
  try {
    await db
      .updateTable('merchants')
      .set((eb) => ({ ...change, updatedTime: now, version: eb('version', '+', 1) }))
      .where('id', '=', id)
      .execute();
    const { contactPerson, phone, phoneNorm, locale } = change;
    await db
      .updateTable('merchantUsers')
      .set({
        updatedTime: now,
        ...(contactPerson !== undefined && { name: contactPerson }),
        ...(phone !== undefined && { phone }),
        ...(phoneNorm !== undefined && { phoneNorm }),
        ...(locale !== undefined && { locale }),
      })
      .where('ownerOf', '=', id)
      .execute();
  } catch (error) {
    if (isDuplicateKey(error)) throw appError('PHONE_TAKEN');
    throw error;
  }
}

/** The forms in which a keyword may begin a stored e-mail or phone. */
export interface Keyword {
  text: string;
  email: string;
  phones: string[];
}

type List = Pick<z.output<typeof MerchantListInput>, 'page' | 'size' | 'status'>;

/** Each way of finding is a range of one index; their union is small, whatever the size of the table. */
export function merchantIds({ db }: Reads, { status }: Pick<List, 'status'>, keyword: Keyword | undefined) {
  const ofStatus = () => {
    const rows = db.selectFrom('merchants').select('id');
    return status ? rows.where('status', '=', status) : rows;
  };
  if (!keyword) return ofStatus();
  const starts = (text: string) => `${text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  let found = ofStatus()
    .where('companyName', 'like', starts(keyword.text))
    .union(ofStatus().where('email', 'like', starts(keyword.email)));
  for (const phone of keyword.phones) found = found.union(ofStatus().where('phoneNorm', 'like', starts(phone)));
  return found;
}

export async function merchantPage(ctx: Reads, input: List, keyword: Keyword | undefined) {
  const { db } = ctx;
  const ids = merchantIds(ctx, input, keyword).as('found');
  const [{ n }, rows] = await Promise.all([
    db
      .selectFrom(ids)
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow(),
    db
      .selectFrom('merchants')
      .innerJoin(ids, 'found.id', 'merchants.id')
      .select(COLUMNS.map((column) => `merchants.${column}` as const))
      .orderBy('merchants.id', 'desc')
      .limit(input.size)
      .offset((input.page - 1) * input.size)
      .execute(),
  ]);
  return { total: Number(n), rows };
}

/** Cards that aren't closed and alerts that wait for an answer, for each of the merchants. */
const COUNT = sql<number>`count(*)`.as('n');

export async function cardCounts({ db }: Reads, ids: readonly number[]): Promise<Map<number, number>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('merchantCards')
    .select(['merchantId', COUNT])
    .where('merchantId', 'in', ids)
    .where('status', '<>', 'CLOSED')
    .groupBy('merchantId')
    .execute();
  return toMap(rows);
}

export async function alertCounts({ db }: Reads, ids: readonly number[]): Promise<Map<number, number>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('chargebackAlerts')
    .select(['merchantId', COUNT])
    .where('merchantId', 'in', ids)
    .where('needsAnswer', '=', 1)
    .groupBy('merchantId')
    .execute();
  return toMap(rows);
}

/** Mail addresses that don't work. */
export async function troubleCounts({ db }: Reads, ids: readonly number[]): Promise<Map<number, number>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('mailTroubles')
    .select(['merchantId', COUNT])
    .where('merchantId', 'in', ids)
    .groupBy('merchantId')
    .execute();
  return toMap(rows);
}

function toMap(rows: readonly { merchantId: number | null; n: number }[]): Map<number, number> {
  return new Map(rows.map(({ merchantId, n }) => [merchantId ?? 0, Number(n)]));
}
