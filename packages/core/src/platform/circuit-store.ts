import type { Core, Executor } from '../kernel/context.ts';
import type { CircuitState } from './model.ts';

export interface CircuitRecord {
  state: CircuitState;
  failures: number;
  at: Date;
  retryTime: Date | null;
  error: string | null;
}

/** Kept in the database, because whoever calls (a worker) and whoever shows it (the web) are different processes; the last word counts. */
export async function recordCircuit(
  { db }: Pick<Core, 'db'>,
  name: string,
  { state, failures, at, retryTime, error }: CircuitRecord,
): Promise<void> {
  const columns = { state, failures, changedTime: at, retryTime, lastError: error?.slice(0, 300) ?? null };
  await db
    .insertInto('circuitStates')
    .values({ name, ...columns })
    .onDuplicateKeyUpdate(columns)
    .execute();
}

export async function readCircuit(db: Executor, name: string) {
  return db.selectFrom('circuitStates').selectAll().where('name', '=', name).executeTakeFirst();
}
