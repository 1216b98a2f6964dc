import { createTestDatabase, explain, type TestDatabase } from '@forewarn/db/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { processAlert } from '../alerts/index.ts';
import type { Actor } from '../kernel/actor.ts';
import { execute } from '../kernel/execute.ts';
import { MINUTE } from '../kernel/time.ts';
import { buildAlert, buildMerchant, buildStaff, testCaller, testCore } from '../testing/index.ts';
import { keepSnippet, listSnippets, removeSnippet } from './index.ts';
import { REMEMBERED_MAX } from './model.ts';
import { snippetsOf } from './store.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase(process.env.TEST_DATABASE_URL ?? '');
});
afterAll(() => database.drop());

async function setUp() {
  const core = testCore({ db: database.db });
  const merchant = await buildMerchant(core.db);
  const answer = async (reason: string, actor: Actor = merchant.actor) => {
    core.clock.advance(MINUTE);
    const { id } = await buildAlert(core.db, { merchantId: merchant.id });
    const onBehalfReason = 'asked by phone';
    await execute(core, testCaller(actor), processAlert, { id, action: 'IGNORE', reason, onBehalfReason });
  };
  const list = async (actor: Actor = merchant.actor) =>
    (await execute(core, testCaller(actor), listSnippets, {})).snippets;
  return { core, merchant, answer, list };
}

describe('A-164 reasons that were given are offered again', () => {
  it('the last used first, the same words once, sealed', async () => {
    const { core, merchant, answer, list } = await setUp();
    await answer('already refunded');
    await answer('small amount');
    await answer('already refunded');
    expect((await list()).map(({ text }) => text)).toEqual(['already refunded', 'small amount']);
    const rows = await core.db.selectFrom('answerSnippets').selectAll().where('merchantId', '=', merchant.id).execute();
    expect(rows.some(({ textEnc }) => textEnc.includes('refunded'))).toBe(false);
  });

  it('kept ones come first and stay; the others make way', async () => {
    const { core, merchant, answer, list } = await setUp();
    await answer('worth keeping');
    const keep = { action: 'IGNORE', text: 'worth keeping' };
    await execute(core, testCaller(merchant.actor), keepSnippet, keep);
    for (let n = 0; n < REMEMBERED_MAX + 3; n += 1) await answer(`reason ${n}`);
    const all = await list();
    expect(all[0]).toMatchObject({ text: 'worth keeping', kept: true });
    expect(all).toHaveLength(REMEMBERED_MAX + 1);
    expect(all.some(({ text }) => text === 'reason 0')).toBe(false);
    await execute(core, testCaller(merchant.actor), removeSnippet, { id: all[0]!.id });
    expect((await list()).some(({ kept }) => kept)).toBe(false);
  });

  it('belong to their merchant: nobody else sees or removes them, and staff’s reasons aren’t remembered', async () => {
    const { core, answer, list } = await setUp();
    await answer('ours');
    const { actor: staff } = await buildStaff(core.db);
    await answer('what staff wrote', staff);
    const [ours, ...more] = await list();
    expect([ours?.text, more]).toEqual(['ours', []]);
    const stranger = await buildMerchant(core.db);
    expect(await list(stranger.actor)).toEqual([]);
    await expect(execute(core, testCaller(stranger.actor), removeSnippet, { id: ours!.id })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(list(staff)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('are read by their index', async () => {
    const { core, merchant } = await setUp();
    const [plan] = await explain(core.db, snippetsOf(core.db, merchant.id));
    expect(plan).toMatchObject({ key: 'k_snippets_merchant' });
    expect(plan?.Extra ?? '').not.toMatch(/filesort|temporary/);
  });
});
