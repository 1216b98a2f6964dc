import { createTestDatabase, explain, type TestDatabase } from '@forewarn/db/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Actor } from '../kernel/actor.ts';
import { execute } from '../kernel/execute.ts';
import { buildMerchant, buildUser, type TestCore, testCaller, testCore } from '../testing/index.ts';
import { arrangeAlertViews, listAlertViews, removeAlertView, renameAlertView, saveAlertView } from './index.ts';
import { VIEWS_AT_MOST } from './model.ts';

let database: TestDatabase;
let core: TestCore;
beforeAll(async () => {
  database = await createTestDatabase(process.env.TEST_DATABASE_URL ?? '');
  core = testCore({ db: database.db });
});
afterAll(() => database.drop());

const list = async (actor: Actor) => (await execute(core, testCaller(actor), listAlertViews, {})).records;
const names = async (actor: Actor) => (await list(actor)).map(({ name }) => name);
const save = (actor: Actor, name: string, search: Record<string, string> = {}) =>
  execute(core, testCaller(actor), saveAlertView, { name, search });
const arrange = (actor: Actor, ids: number[], defaultId: number | null = null) =>
  execute(core, testCaller(actor), arrangeAlertViews, { ids, defaultId });

it('A-139 a view comes back as it was saved; saved again under its name it changes and stays one', async () => {
  const { actor } = await buildMerchant(core.db);
  const { id } = await save(actor, '  高风险大额 ', { view: 'all', risk: 'HIGH', min: '500', cols: 'amount,card' });
  expect(await list(actor)).toEqual([
    {
      id,
      name: '高风险大额',
      search: { view: 'all', risk: 'HIGH', min: '500', cols: 'amount,card' },
      isDefault: false,
    },
  ]);
  expect(await save(actor, '高风险大额', { risk: 'LOW' })).toMatchObject({ id, search: { risk: 'LOW' } });
  expect(await list(actor)).toMatchObject([{ id, search: { risk: 'LOW' } }]);
});

it('A-139 views are each person’s own: a colleague neither sees, renames, arranges nor deletes them', async () => {
  const { id: merchantId, actor } = await buildMerchant(core.db);
  const { actor: colleague } = await buildUser(core.db, merchantId, { role: 'VIEWER' });
  const { id } = await save(actor, 'Mine');
  expect(await list(colleague)).toEqual([]);
  const as = testCaller(colleague);
  const gone = { code: 'ALERT_VIEW_NOT_FOUND' };
  await expect(execute(core, as, renameAlertView, { id, name: 'x' })).rejects.toMatchObject(gone);
  await expect(execute(core, as, removeAlertView, { id })).rejects.toMatchObject(gone);
  await expect(arrange(colleague, [id])).rejects.toMatchObject(gone);
  await expect(arrange(colleague, [], id)).rejects.toMatchObject(gone);
  await save(colleague, 'Mine', { risk: 'LOW' });
  expect(await list(actor)).toMatchObject([{ id, name: 'Mine', search: {}, isDefault: false }]);
});

it('order and default are kept, one default at most; what isn’t named comes last', async () => {
  const { actor } = await buildMerchant(core.db);
  const [a, b, c] = [await save(actor, 'a'), await save(actor, 'b'), await save(actor, 'c')];
  expect(await names(actor)).toEqual(['a', 'b', 'c']);
  await arrange(actor, [c.id, a.id], a.id);
  expect(await names(actor)).toEqual(['c', 'a', 'b']);
  const { records } = await arrange(actor, [b.id, c.id, a.id], b.id);
  expect(records.map(({ name, isDefault }) => [name, isDefault])).toEqual([
    ['b', true],
    ['c', false],
    ['a', false],
  ]);
  await arrange(actor, [b.id, c.id, a.id], null);
  expect((await list(actor)).some(({ isDefault }) => isDefault)).toBe(false);
  expect(await save(actor, 'd')).toBeDefined();
  expect((await names(actor)).at(-1)).toBe('d');
});

it('a name can be changed, not to one that is taken', async () => {
  const { actor } = await buildMerchant(core.db);
  const { id } = await save(actor, 'old', { q: 'TXN' });
  await save(actor, 'taken');
  expect(await execute(core, testCaller(actor), renameAlertView, { id, name: 'new' })).toMatchObject({
    name: 'new',
    search: { q: 'TXN' },
  });
  await expect(execute(core, testCaller(actor), renameAlertView, { id, name: 'taken' })).rejects.toMatchObject({
    code: 'ALERT_VIEW_NAME_TAKEN',
  });
  await execute(core, testCaller(actor), removeAlertView, { id });
  expect(await names(actor)).toEqual(['taken']);
});

it('there are at most twenty, also when two are saved at once', async () => {
  const { actor } = await buildMerchant(core.db);
  for (let n = 1; n < VIEWS_AT_MOST; n += 1) await save(actor, `view ${n}`);
  const results = await Promise.allSettled([save(actor, 'one'), save(actor, 'two')]);
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(await list(actor)).toHaveLength(VIEWS_AT_MOST);
  await expect(save(actor, 'three')).rejects.toMatchObject({ code: 'ALERT_VIEWS_TOO_MANY' });
  expect(await save(actor, 'view 1', { risk: 'HIGH' })).toMatchObject({ search: { risk: 'HIGH' } });
});

it('what is no address is refused; a row that can’t be read shows no filters instead of breaking the list', async () => {
  const { actor, userId } = await buildMerchant(core.db);
  const many = Object.fromEntries(
    Array.from({ length: 31 }, (_, n) => ['k'.repeat(n + 1).slice(0, 20) + 'abcdefghijklmnopqrstuvwxyzABCDE'[n], '1']),
  );
  for (const search of [many, { 'a=b': '1' }, { q: 'x'.repeat(301) }, { q: 1 }]) {
    await expect(save(actor, 'x', search as Record<string, string>)).rejects.toMatchObject({
      code: 'VALIDATION_FAILED',
    });
  }
  const { id } = await save(actor, 'old');
  for (const text of ['{"risk":7}', 'not json', 'null']) {
    await core.db.updateTable('alertViews').set({ search: text }).where('id', '=', id).execute();
    expect(await list(actor)).toMatchObject([{ name: 'old', search: {} }]);
  }
  const plan = await explain(core.db, core.db.selectFrom('alertViews').select('id').where('userId', '=', userId));
  expect(plan[0]).toMatchObject({ key: 'uk_alert_views_name' });
});
