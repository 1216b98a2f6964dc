import { describe, expect, it } from 'vitest';
import { createIntake, IntakeFull, type IntakeOptions } from './intake.ts';

interface Statement {
  rows: string[];
  succeed(duplicates?: string[]): void;
  fail(error: Error): void;
}

/** An intake whose statements a test finishes by hand. */
function intakeByHand(options: Partial<IntakeOptions<string>> = {}) {
  const statements: Statement[] = [];
  const intake = createIntake<string>({
    insert: (rows) =>
      new Promise((resolve, reject) => {
        const succeed = (duplicates: string[] = []) =>
          resolve(rows.map((row) => ({ duplicate: duplicates.includes(row) })));
        statements.push({ rows, succeed, fail: reject });
      }),
    ...options,
  });
  return { intake, statements };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));
/** What became of a promise so far. */
async function stateOf(promise: Promise<unknown>): Promise<string> {
  return Promise.race([promise.then(() => 'stored'), turn().then(() => 'waits')]);
}

describe('group commit', () => {
  it('rows that come in the same turn share one statement, in their order', async () => {
    const { intake, statements } = intakeByHand();
    const accepted = Promise.all(['a', 'b', 'c'].map((row) => intake.accept(row)));
    await turn();
    expect(statements.map(({ rows }) => rows)).toEqual([['a', 'b', 'c']]);
    statements[0]?.succeed(['b']);
    expect(await accepted).toEqual([{ duplicate: false }, { duplicate: true }, { duplicate: false }]);
  });

  it('nobody is told before the statement is done', async () => {
    const { intake, statements } = intakeByHand();
    const accepted = intake.accept('a');
    expect(await stateOf(accepted)).toBe('waits');
    statements[0]?.succeed();
    expect(await stateOf(accepted)).toBe('stored');
  });

  it('a lone row waits for no company', async () => {
    const { intake, statements } = intakeByHand();
    void intake.accept('a');
    await turn();
    expect(statements).toHaveLength(1);
  });

  it('the next statement starts while the former is in flight; with all lanes busy rows gather', async () => {
    const { intake, statements } = intakeByHand({ lanes: 2 });
    for (const row of ['a', 'b', 'c', 'd']) {
      void intake.accept(row);
      await turn();
    }
    expect(statements.map(({ rows }) => rows)).toEqual([['a'], ['b']]);
    statements[0]?.succeed();
    await turn();
    await turn();
    expect(statements.map(({ rows }) => rows)).toEqual([['a'], ['b'], ['c', 'd']]);
  });

  it('a failure refuses exactly its group', async () => {
    const { intake, statements } = intakeByHand({ lanes: 1 });
    const [a, b] = [intake.accept('a'), intake.accept('b')];
    await turn();
    const c = intake.accept('c');
    statements[0]?.fail(new Error('disk full'));
    await expect(a).rejects.toThrow('disk full');
    await expect(b).rejects.toThrow('disk full');
    await turn();
    statements[1]?.succeed();
    expect(await c).toEqual({ duplicate: false });
    expect(intake.depth).toBe(0);
  });

  it('an insert that throws at once refuses its group too', async () => {
    const intake = createIntake<string>({
      insert: () => {
        throw new Error('no connection');
      },
    });
    await expect(intake.accept('a')).rejects.toThrow('no connection');
    await expect(intake.accept('b')).rejects.toThrow('no connection');
  });

  it('a row the insert says nothing about is not stored', async () => {
    const { intake } = intakeByHand({ insert: async () => [{ duplicate: false }] });
    const [first, second] = [intake.accept('a'), intake.accept('b')];
    expect(await first).toEqual({ duplicate: false });
    await expect(second).rejects.toThrow('fewer rows');
  });

  it('a statement takes so many rows and no more', async () => {
    const { intake, statements } = intakeByHand({ lanes: 1, batch: 2 });
    for (const row of ['a', 'b', 'c']) void intake.accept(row);
    await turn();
    statements[0]?.succeed();
    await turn();
    await turn();
    expect(statements.map(({ rows }) => rows)).toEqual([['a', 'b'], ['c']]);
  });

  it('a statement takes so many bytes and no more, and a row that is larger goes alone', async () => {
    const { intake, statements } = intakeByHand({ lanes: 1, sizeOf: (row) => row.length, batchBytes: 5 });
    for (const row of ['aa', 'bbb', 'c', 'dddddddd', 'e']) void intake.accept(row);
    for (let done = 0; done < 4; done++) {
      await turn();
      await turn();
      statements[done]?.succeed();
    }
    expect(statements.map(({ rows }) => rows)).toEqual([['aa', 'bbb'], ['c'], ['dddddddd'], ['e']]);
  });

  it('refuses at once above its capacity, and takes again when there is room', async () => {
    const { intake, statements } = intakeByHand({ lanes: 1, capacity: 2 });
    const [a, b] = [intake.accept('a'), intake.accept('b')];
    await expect(intake.accept('c')).rejects.toBeInstanceOf(IntakeFull);
    expect(intake.depth).toBe(2);
    await turn();
    statements[0]?.succeed();
    await Promise.all([a, b]);
    await turn();
    const d = intake.accept('d');
    await turn();
    statements[1]?.succeed();
    expect(await d).toEqual({ duplicate: false });
  });
});
