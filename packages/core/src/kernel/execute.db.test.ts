import { createTestDatabase, type TestDatabase } from '@forewarn/db/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { buildMerchant, buildStaff, type TestCore, testCaller, testCore, unique } from '../testing/index.ts';
import { ANONYMOUS, systemActor } from './actor.ts';
import { appError } from './errors.ts';
import { execute } from './execute.ts';
import { command, effect, query } from './operation.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase(process.env.TEST_DATABASE_URL ?? '');
});
afterAll(() => database.drop());

const Input = z.object({ name: z.string() });
const Output = z.object({ name: z.string(), scope: z.string() });
const spec = { input: Input, output: Output, summary: '' };
const echo = async ({ scope }: { scope: string }, { name }: { name: string }) => ({ name, scope });

const OPERATIONS = {
  query: query('test.query', { ...spec, permission: 'card:view' }).run(echo),
  command: command('test.command', { ...spec, permission: 'card:create' }).run(echo),
  effect: effect('test.effect', { ...spec, permission: 'card:enrol' }).run(echo),
};

/** Writes a row and announces an effect, then fails on demand: what a command must do wholly or not at all. */
const write = command('test.write', { ...spec, permission: 'public' }).run(async (ctx, { name }) => {
  await ctx.db.insertInto('settings').values({ name, value: '1', updatedBy: 'test', updatedTime: ctx.now() }).execute();
  ctx.emit({ topic: 'mail.send', key: name, payload: { emailId: 1 } });
  ctx.audit({ targetType: 'setting', targetId: name });
  if (name.startsWith('fail')) throw appError('CONFLICT');
  return { name, scope: String(Math.random()) };
});

async function traces(core: TestCore, name: string) {
  const [rows, effects, audit] = await Promise.all([
    core.db.selectFrom('settings').select('name').where('name', '=', name).execute(),
    core.db.selectFrom('outbox').select('id').where('effectKey', '=', name).execute(),
    core.db.selectFrom('auditLogs').select('result').where('targetId', '=', name).orderBy('id').execute(),
  ]);
  return { rows: rows.length, effects: effects.length, audit: audit.map(({ result }) => result) };
}

describe('permission and scope', () => {
  it.each(['query', 'command', 'effect'] as const)('of a %s', async (kind) => {
    const core = testCore({ db: database.db });
    const run = (actor: Parameters<typeof testCaller>[0]) =>
      execute(core, testCaller(actor), OPERATIONS[kind], { name: 'x' });
    const merchant = await buildMerchant(core.db);
    const suspended = await buildMerchant(core.db, { status: 'SUSPENDED' });
    const admin = await buildStaff(core.db);
    const sales = await buildStaff(core.db, { roles: ['SALES'] });
    await expect(run(ANONYMOUS)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    await expect(run(sales.actor)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(run(merchant.actor)).resolves.toMatchObject({ scope: 'own' });
    await expect(run(admin.actor)).resolves.toMatchObject({ scope: 'all' });
    await expect(run(systemActor('test'))).resolves.toMatchObject({ scope: 'all' });
    if (kind === 'query') await expect(run(suspended.actor)).resolves.toMatchObject({ scope: 'own' });
    else await expect(run(suspended.actor)).rejects.toMatchObject({ code: 'MERCHANT_SUSPENDED' });
  });

  it('comes before the input is looked at, so that a refusal tells nothing', async () => {
    const core = testCore({ db: database.db });
    await expect(execute(core, testCaller(), OPERATIONS.query, 'nonsense')).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
    });
  });
});

describe('a command', () => {
  it('commits its change, its audit row and its effects together, then rings', async () => {
    const core = testCore({ db: database.db });
    const name = unique();
    await execute(core, testCaller(), write, { name });
    expect(await traces(core, name)).toEqual({ rows: 1, effects: 1, audit: ['OK'] });
    expect(core.rings).toEqual(['outbound']);
  });

  it('that fails leaves nothing but the audit row of its failure', async () => {
    const core = testCore({ db: database.db });
    const name = `fail-${unique()}`;
    await expect(execute(core, testCaller(), write, { name })).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(await traces(core, name)).toEqual({ rows: 0, effects: 0, audit: ['CONFLICT'] });
    expect(core.rings).toEqual([]);
  });

  it('refuses wrong input with the fields named in the reader’s language', async () => {
    const core = testCore({ db: database.db });
    const refusal = (locale: 'en' | 'zh-CN') =>
      execute(core, testCaller(ANONYMOUS, { locale }), write, { name: 7 }).catch((error) => error.details.fields);
    expect(await refusal('en')).toEqual([
      { path: 'name', code: 'invalid_type', message: expect.stringContaining('expected string') },
    ]);
    expect((await refusal('zh-CN'))[0].message).toMatch(/[\u4e00-\u9fff]/);
  });
});

describe('Idempotency-Key', () => {
  const keyed = (idempotencyKey: string, actor: Parameters<typeof testCaller>[0] = ANONYMOUS) =>
    testCaller(actor, { idempotencyKey });

  it('the same call under the same key runs once and answers the same', async () => {
    const core = testCore({ db: database.db });
    const name = unique();
    const first = await execute(core, keyed(`key-${name}`), write, { name });
    expect(await execute(core, keyed(`key-${name}`), write, { name })).toEqual(first);
    expect(await traces(core, name)).toEqual({ rows: 1, effects: 1, audit: ['OK'] });
  });

  it('twins at the same moment: one runs, all get its answer', async () => {
    const core = testCore({ db: database.db });
    const name = unique();
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => execute(core, keyed(`key-${name}`), write, { name })),
    );
    expect(new Set(answers.map(({ scope }) => scope)).size).toBe(1);
    expect(await traces(core, name)).toEqual({ rows: 1, effects: 1, audit: ['OK'] });
  });

  it('under another input or operation is refused', async () => {
    const core = testCore({ db: database.db });
    const name = unique();
    const admin = await buildStaff(core.db);
    const caller = keyed(`key-${name}`, admin.actor);
    await execute(core, caller, write, { name });
    const reused = { code: 'IDEMPOTENCY_KEY_REUSED' };
    await expect(execute(core, caller, write, { name: unique() })).rejects.toMatchObject(reused);
    await expect(execute(core, caller, OPERATIONS.command, { name })).rejects.toMatchObject(reused);
  });

  it('belongs to its sender: somebody else’s same key is another key', async () => {
    const core = testCore({ db: database.db });
    const [one, other] = [await buildMerchant(core.db), await buildMerchant(core.db)];
    const first = await execute(core, keyed('shared-key', one.actor), write, { name: unique() });
    const second = await execute(core, keyed('shared-key', other.actor), write, { name: unique() });
    expect(second.scope).not.toBe(first.scope);
  });

  it('of a refused call may be used again: nothing had happened', async () => {
    const core = testCore({ db: database.db });
    const name = `fail-${unique()}`;
    const caller = keyed(`key-${name}`);
    await expect(execute(core, caller, write, { name })).rejects.toMatchObject({ code: 'CONFLICT' });
    await expect(execute(core, caller, write, { name: unique() })).resolves.toBeDefined();
  });

  it.each(['', ' ', 'has blank', 'ünïcode', 'x'.repeat(101)])('"%s" is refused', async (key) => {
    const core = testCore({ db: database.db });
    const attempt = execute(core, keyed(key), write, { name: unique() });
    await expect(attempt).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_INVALID' });
  });

  it('keeps answers sealed', async () => {
    const core = testCore({ db: database.db });
    const name = `canary${unique()}`;
    await execute(core, keyed(`key-${name.slice(6)}`), write, { name });
    const rows = await core.db.selectFrom('idempotencyKeys').select('outputEnc').execute();
    expect(rows.some(({ outputEnc }) => outputEnc.includes(name))).toBe(false);
  });
});
