import { isDuplicateKey } from '@forewarn/db';
import type { Context } from '../kernel/context.ts';
import { Allowlists } from './model.ts';
import { EVERYBODY } from './rules.ts';

const NAME = 'security.allowlists';
type Reads = Pick<Context, 'db'>;

export async function readAllowlists({ db }: Reads): Promise<Allowlists> {
  const row = await db.selectFrom('settings').select('value').where('name', '=', NAME).executeTakeFirst();
  return row ? parse(row.value) : EVERYBODY;
}

/** The lists as they are, with their row held until the transaction ends, so that two changes at once don't undo each other. */
export async function lockAllowlists({ db }: Reads, by: string, now: Date): Promise<Allowlists> {
  const lock = () => db.selectFrom('settings').select('value').where('name', '=', NAME).forUpdate().executeTakeFirst();
  let row = await lock();
  if (!row) {
    const value = JSON.stringify(EVERYBODY);
    try {
      await db.insertInto('settings').values({ name: NAME, value, updatedBy: by, updatedTime: now }).execute();
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
    }
    row = await lock();
  }
  return row ? parse(row.value) : EVERYBODY;
}

export async function writeAllowlists({ db }: Reads, lists: Allowlists, by: string, now: Date): Promise<void> {
  const values = { value: JSON.stringify(lists), updatedBy: by, updatedTime: now };
  await db.updateTable('settings').set(values).where('name', '=', NAME).execute();
}

function parse(value: unknown): Allowlists {
  return Allowlists.parse(typeof value === 'string' ? JSON.parse(value) : value);
}
