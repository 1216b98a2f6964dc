import { createTestDatabase, type TestDatabase } from '@forewarn/db/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { execute } from '../kernel/execute.ts';
import { buildCard, buildMerchant, testCaller, testCore } from '../testing/index.ts';
import { createCard } from './index.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase(process.env.TEST_DATABASE_URL ?? '');
});
afterAll(() => database.drop());

async function setUp() {
  const core = testCore({ db: database.db });
  const { id: merchantId, actor } = await buildMerchant(core.db);
  const enter = (fields: object) =>
    execute(core, testCaller(actor), createCard, {
      descriptor: 'SHOP',
      cardBin: '411111',
      caid: '',
      notifyEmail: 'a@example.test',
      ...fields,
    });
  const write = (fields: { descriptor?: string; cardBin?: string }) => buildCard(core.db, { merchantId, ...fields });
  const count = async () =>
    (await core.db.selectFrom('merchantCards').select('id').where('merchantId', '=', merchantId).execute()).length;
  return { enter, write, count };
}

describe('A-377 the columns are wider than the rules', () => {
  it.each([
    ['descriptor', { descriptor: 'D'.repeat(51) }, /ck_cards_descriptor/],
    ['descriptor', { descriptor: 'D' }, /ck_cards_descriptor/],
    ['cardBin', { cardBin: '4'.repeat(9) }, /ck_cards_(bin|program)/],
    ['cardBin', { cardBin: '4'.repeat(5) }, /ck_cards_(bin|program)/],
  ])('%s %j: refused at its field, and by the database where a rule is missed', async (path, fields, constraint) => {
    const { enter, write, count } = await setUp();
    await expect(enter(fields)).rejects.toMatchObject({
      code: 'VALIDATION_FAILED',
      details: { fields: [expect.objectContaining({ path })] },
    });
    await expect(write(fields)).rejects.toThrow(constraint);
    expect(await count()).toBe(0);
  });

  it('the longest and shortest that the rules allow go in both ways', async () => {
    const { enter, write, count } = await setUp();
    const longest = { descriptor: 'D'.repeat(50), cardBin: '4'.repeat(8) };
    const shortest = { descriptor: 'DD', cardBin: '4'.repeat(6) };
    await enter(longest);
    await enter(shortest);
    await write({ ...longest, descriptor: 'E'.repeat(50) });
    await write({ ...shortest, descriptor: 'EE' });
    expect(await count()).toBe(4);
  });
});
