import type { Db, Tx } from '@forewarn/db';
import { isDuplicateKey } from '@forewarn/db';

export interface NewStaff {
  email: string;
  name: string;
  roles: readonly string[];
  passwordHash: string;
  /** Who made it: `system:add-staff` for the command line. */
  createdBy: string;
  now: Date;
}

/** The new account's number; undefined when the address is in use. */
export async function insertStaff(db: Db | Tx, { roles, now, ...staff }: NewStaff): Promise<number | undefined> {
  try {
    const { insertId } = await db
      .insertInto('staffUsers')
      .values({ ...staff, roles: roles.join(','), createdTime: now, updatedTime: now })
      .executeTakeFirstOrThrow();
    return Number(insertId);
  } catch (error) {
    if (isDuplicateKey(error)) return undefined;
    throw error;
  }
}
