import { isDuplicateKey } from '@forewarn/db';
import type { Context } from '../kernel/context.ts';
import { appError } from '../kernel/errors.ts';

type Reads = Pick<Context, 'db'>;

export async function teamRows({ db }: Reads) {
  const rows = await db
    .selectFrom('teams as t')
    .leftJoin('staffUsers as s', 's.teamId', 't.id')
    .select((eb) => ['t.id', 't.name', eb.fn.count<number>('s.id').as('members')])
    .groupBy(['t.id', 't.name'])
    .orderBy('t.name')
    .execute();
  return rows.map((row) => ({ ...row, members: Number(row.members) }));
}

/** Errors: `NAME_TAKEN`. */
export async function insertTeam({ db }: Reads, name: string, now: Date): Promise<number> {
  const { insertId } = await refusingTwins(
    db.insertInto('teams').values({ name, createdTime: now }).executeTakeFirstOrThrow(),
  );
  return Number(insertId);
}

export async function findTeam({ db }: Reads, id: number) {
  return db.selectFrom('teams').select(['id', 'name']).where('id', '=', id).executeTakeFirst();
}

/** Errors: `NAME_TAKEN`. */
export async function renameTeamRow({ db }: Reads, id: number, name: string): Promise<void> {
  await refusingTwins(db.updateTable('teams').set({ name }).where('id', '=', id).execute());
}

async function refusingTwins<T>(writing: Promise<T>): Promise<T> {
  try {
    return await writing;
  } catch (error) {
    throw isDuplicateKey(error) ? appError('NAME_TAKEN') : error;
  }
}
