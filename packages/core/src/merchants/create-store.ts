import { isDuplicateKey } from '@forewarn/db';
import type { Context } from '../kernel/context.ts';
import { appError } from '../kernel/errors.ts';

type Reads = Pick<Context, 'db'>;

export interface NewMerchantRow {
  companyName: string;
  contactPerson: string;
  email: string;
  phone: string | null;
  phoneNorm: string | null;
  locale: string;
  timeZone: string;
  createdBy: string;
}

/** PENDING, with its owner, who has no password yet. Errors: `EMAIL_TAKEN`, `PHONE_TAKEN`. */
export async function insertMerchant(ctx: Reads, row: NewMerchantRow, now: Date) {
  await refuseTaken(ctx, row);
  const { createdBy, companyName, timeZone, ...person } = row;
  const { contactPerson, ...contact } = person;
  const times = { createdTime: now, updatedTime: now };
  try {
    const merchant = await ctx.db
      .insertInto('merchants')
      .values({ companyName, contactPerson, timeZone, ...contact, status: 'PENDING', ...times })
      .executeTakeFirstOrThrow();
    const id = Number(merchant.insertId);
    const owner = await ctx.db
      .insertInto('merchantUsers')
      .values({
        merchantId: id,
        role: 'OWNER',
        name: contactPerson,
        ...contact,
        status: 'INVITED',
        createdBy,
        ...times,
      })
      .executeTakeFirstOrThrow();
    return { id, userId: Number(owner.insertId) };
  } catch (error) {
    // Another took the address or number in the same moment.
    if (isDuplicateKey(error)) throw appError('EMAIL_TAKEN');
    throw error;
  }
}

async function refuseTaken({ db }: Reads, { email, phoneNorm }: NewMerchantRow): Promise<void> {
  const people = db.selectFrom('merchantUsers').select('id');
  const merchants = db.selectFrom('merchants').select('id');
  const byEmail =
    (await people.where('email', '=', email).executeTakeFirst()) ??
    (await merchants.where('email', '=', email).executeTakeFirst());
  if (byEmail) throw appError('EMAIL_TAKEN');
  if (phoneNorm === null) return;
  const byPhone =
    (await people.where('phoneNorm', '=', phoneNorm).executeTakeFirst()) ??
    (await merchants.where('phoneNorm', '=', phoneNorm).executeTakeFirst());
  if (byPhone) throw appError('PHONE_TAKEN');
}
