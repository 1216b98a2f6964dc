import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDb, type Tx } from './client.ts';
import { isDuplicateKey, isRetryable, isUnavailable } from './errors.ts';
import { createTestDatabase, type TestDatabase } from './testing.ts';
import { inTransaction } from './transaction.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase(process.env.TEST_DATABASE_URL ?? '');
  await sql`CREATE TABLE counters (id INT PRIMARY KEY, n INT NOT NULL) ENGINE=InnoDB`.execute(database.db);
  await sql`INSERT INTO counters VALUES (1, 0), (2, 0), (3, 0)`.execute(database.db);
});
afterAll(() => database.drop());

const add = (tx: Tx, id: number) => sql`UPDATE counters SET n = n + 1 WHERE id = ${id}`.execute(tx);
const read = async (id: number) =>
  (await sql<{ n: number }>`SELECT n FROM counters WHERE id = ${id}`.execute(database.db)).rows[0]?.n;

describe('a transaction', () => {
  it('whose process stands still in the middle is rolled back: its rows are free for the others again', async () => {
    const frozen = openDb(database.url, { connectionLimit: 1, silence: 1 });
    const locked = Promise.withResolvers<void>();
    const wake = Promise.withResolvers<void>();
    const stalled = inTransaction(frozen, async (tx) => {
      await sql`SELECT n FROM counters WHERE id = 1 FOR UPDATE`.execute(tx);
      locked.resolve();
      await wake.promise;
    }).catch((error: unknown) => error);
    await locked.promise;
    const claim = async () =>
      (await sql`SELECT n FROM counters WHERE id = 1 FOR UPDATE SKIP LOCKED`.execute(database.db)).rows.length;
    expect(await claim()).toBe(0);
    await expect.poll(claim, { timeout: 5000 }).toBe(1);
    wake.resolve();
    await stalled;
    await frozen.destroy();
  });

  it('that really deadlocks with another is run again, the whole of it', async () => {
    const runs = { a: 0, b: 0 };
    const first = { a: Promise.withResolvers<void>(), b: Promise.withResolvers<void>() };
    /** Locks one row, waits until the other has locked its own, then wants that one. */
    const crossing = (name: 'a' | 'b', mine: number, theirs: number) =>
      inTransaction(database.db, async (tx) => {
        runs[name] += 1;
        await add(tx, mine);
        first[name].resolve();
        await first[name === 'a' ? 'b' : 'a'].promise;
        await add(tx, theirs);
      });
    await Promise.all([crossing('a', 1, 2), crossing('b', 2, 1)]);
    expect(runs.a + runs.b, 'one of them had to begin anew').toBe(3);
    expect([await read(1), await read(2)]).toEqual([2, 2]);
  });

  it.each([1213, 1205, 1020, 1047])('errno %i: at most five times', async (errno) => {
    let runs = 0;
    const failing = inTransaction(database.db, async () => {
      runs += 1;
      throw Object.assign(new Error('again'), { errno });
    });
    await expect(failing).rejects.toMatchObject({ errno });
    expect(runs).toBe(5);
  });

  it('any other failure is not run again, and leaves nothing', async () => {
    let runs = 0;
    const failing = inTransaction(database.db, async (tx) => {
      runs += 1;
      await add(tx, 3);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect([runs, await read(3)]).toEqual([1, 0]);
  });

  it('sees what others have committed meanwhile', async () => {
    await inTransaction(database.db, async (tx) => {
      const { rows: before } = await sql<{ n: number }>`SELECT n FROM counters WHERE id = 3`.execute(tx);
      await sql`UPDATE counters SET n = 7 WHERE id = 3`.execute(database.db);
      const { rows: after } = await sql<{ n: number }>`SELECT n FROM counters WHERE id = 3`.execute(tx);
      expect([before[0]?.n, after[0]?.n]).toEqual([0, 7]);
    });
  });
});

describe('errors are told apart by number', () => {
  const thrown = (statement: Promise<unknown>) =>
    statement.then(
      () => undefined,
      (error: unknown) => error,
    );

  it('a duplicate', async () => {
    const error = await thrown(sql`INSERT INTO counters VALUES (1, 0)`.execute(database.db));
    expect([isDuplicateKey(error), isRetryable(error), isUnavailable(error)]).toEqual([true, false, false]);
  });

  it('a broken statement is none of them', async () => {
    const error = await thrown(sql`SELECT oops`.execute(database.db));
    expect([isDuplicateKey(error), isRetryable(error), isUnavailable(error)]).toEqual([false, false, false]);
  });

  it.each([
    { code: 'ECONNREFUSED' },
    { code: 'ETIMEDOUT' },
    { code: 'ENOTFOUND' },
    { code: 'EAI_AGAIN' },
    { code: 'EHOSTUNREACH' },
    { code: 'PROTOCOL_CONNECTION_LOST' },
    { errno: 1040 },
    { errno: 1290 },
    { errno: 1021 },
    { errno: 2013 },
  ])('%o: not there now', (error) => {
    expect(isUnavailable(error)).toBe(true);
    expect(isDuplicateKey(error)).toBe(false);
  });

  it.each([undefined, null, 'ECONNREFUSED', 1062, {}, new Error('1062')])('%o is none of them', (error) => {
    expect([isDuplicateKey(error), isRetryable(error), isUnavailable(error)]).toEqual([false, false, false]);
  });
});
