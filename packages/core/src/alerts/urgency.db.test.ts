import { createTestDatabase, type TestDatabase } from '@forewarn/db/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { execute } from '../kernel/execute.ts';
import { HOUR } from '../kernel/time.ts';
import { buildAlert, buildMerchant, type TestCore, testCaller, testCore } from '../testing/index.ts';
import { listAlerts } from './index.ts';

let database: TestDatabase;
let core: TestCore;
beforeAll(async () => {
  database = await createTestDatabase(process.env.TEST_DATABASE_URL ?? '');
  core = testCore({ db: database.db });
}, 60_000);
afterAll(() => database.drop());

const NOON = Date.parse('2026-11-22T12:00:00Z');

/** Names of alerts of these amounts and hours left, as the list puts them. */
async function ordered(alerts: Record<string, [amount: string, currency: string, hoursLeft: number]>) {
  const { id: merchantId, actor } = await buildMerchant(core.db);
  const names = new Map<number, string>();
  for (const [name, [amount, currency, hoursLeft]] of Object.entries(alerts)) {
    const alertTime = new Date(NOON + (hoursLeft - 24) * HOUR);
    const { id } = await buildAlert(core.db, { merchantId, amount, currency, alertTime });
    names.set(id, name);
  }
  const input = { needsAnswer: true, sort: 'urgency', order: 'asc' } as const;
  const { records } = await execute(core, testCaller(actor), listAlerts, input);
  return records.map(({ id }) => names.get(id));
}

describe('what needs an answer comes in the order a merchant would take it', () => {
  it('the same amount: the sooner deadline first', async () => {
    expect(await ordered({ later: ['50', 'USD', 9], sooner: ['50', 'USD', 2] })).toEqual(['sooner', 'later']);
  });

  it('the same deadline: the larger amount first', async () => {
    expect(await ordered({ small: ['15', 'USD', 6], large: ['900', 'USD', 6] })).toEqual(['large', 'small']);
  });

  it('a thousand dollars in five hours come before ten in two; ten in half an hour come before a hundred in three', async () => {
    expect(await ordered({ ten: ['10', 'USD', 2], thousand: ['1000', 'USD', 5] })).toEqual(['thousand', 'ten']);
    expect(await ordered({ hundred: ['100', 'USD', 3], ten: ['10', 'USD', 0.5] })).toEqual(['ten', 'hundred']);
  });

  it('nothing is so large that it hides what is due eight hours earlier', async () => {
    expect(await ordered({ fortune: ['90000000', 'USD', 20], ten: ['10', 'USD', 11.9] })).toEqual(['ten', 'fortune']);
  });

  it('A-361 amounts count by what they are worth, not by their digits', async () => {
    expect(await ordered({ yen: ['3000', 'JPY', 6], dollars: ['300', 'USD', 6] })).toEqual(['dollars', 'yen']);
    expect(await ordered({ rupiah: ['500000', 'IDR', 6], euros: ['400', 'EUR', 6] })).toEqual(['euros', 'rupiah']);
    expect(await ordered({ dinars: ['400', 'KWD', 6], dollars: ['500', 'USD', 6] })).toEqual(['dinars', 'dollars']);
    expect(await ordered({ won: ['90000', 'KRW', 6], yuan: ['5000', 'CNY', 6] })).toEqual(['yuan', 'won']);
  });
});

it('to the minute: a hundred dollars count like two hours, a hundred thousand and more like eight', async () => {
  const hours = async (amount: string, currency: string) => {
    const { id } = await buildAlert(core.db, { merchantId: null, amount, currency });
    const row = await core.db
      .selectFrom('chargebackAlerts')
      .select(['deadline', 'urgencyTime'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    return (row.deadline.getTime() - (row.urgencyTime?.getTime() ?? 0)) / HOUR;
  };
  expect(await hours('0', 'USD')).toBe(0);
  expect(await hours('10', 'USD')).toBe(0);
  expect(await hours('100', 'USD')).toBe(2);
  expect(await hours('1000', 'USD')).toBe(4);
  expect(await hours('316.2278', 'USD')).toBe(3);
  expect(await hours('100000', 'USD')).toBe(8);
  expect(await hours('999999999999999.9999', 'USD')).toBe(8);
  expect(await hours('10000', 'JPY')).toBe(2);
  expect(await hours('100', 'XYZ')).toBe(2);
});
