import { createTestDatabase, type TestDatabase } from '@forewarn/db/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { execute } from '../kernel/execute.ts';
import { HOUR } from '../kernel/time.ts';
import {
  buildAlert,
  buildMerchant,
  buildStaff,
  buildUser,
  type TestCore,
  testCaller,
  testCore,
} from '../testing/index.ts';
import { type Facets, mayNeedAnswer, passes, readFacets } from './facets.ts';
import { adminAlertCounts, adminListAlerts, alertCounts, listAlerts } from './index.ts';
import { CARD_BRANDS, FEEDBACK_STATUSES, MATCH_STATUSES, PROCESS_STATUSES, PROGRAMS, RISK_LEVELS } from './model.ts';

let database: TestDatabase;
let core: TestCore;
beforeAll(async () => {
  database = await createTestDatabase(process.env.TEST_DATABASE_URL ?? '');
  core = testCore({ db: database.db });
}, 60_000);
afterAll(() => database.drop());

/** Every value of every facet at least once, in changing company. */
const SAMPLES: Facets[] = Array.from({ length: 252 }, (_, n) => ({
  brand: CARD_BRANDS[(n % 9) - 1] ?? null,
  riskLevel: RISK_LEVELS[Math.floor(n / 2) % 3]!,
  feedbackStatus: FEEDBACK_STATUSES[n % 7]!,
  status: PROCESS_STATUSES[Math.floor(n / 4) % 3]!,
  program: PROGRAMS[n % 5 === 0 ? 1 : 0]!,
  matchStatus: MATCH_STATUSES[n % 11 === 0 ? 1 : n % 13 === 0 ? 2 : 0]!,
  held: n % 17 === 0 && n % 11 !== 0,
}));

async function insert(sample: Facets, merchantId: number | null) {
  const { id } = await buildAlert(core.db, {
    merchantId,
    program: sample.program,
    matchStatus: sample.matchStatus,
    holdReason: sample.held ? 'MERCHANT_SUSPENDED' : null,
  });
  await core.db
    .updateTable('chargebackAlerts')
    .set({
      cardBrand: sample.brand,
      riskLevel: sample.riskLevel,
      feedbackStatus: sample.feedbackStatus,
      processStatus: sample.status,
    })
    .where('id', '=', id)
    .execute();
  return id;
}

it('the number the database makes says what the columns say', async () => {
  const { id: merchantId } = await buildMerchant(core.db);
  for (const sample of SAMPLES) {
    const id = await insert(sample, sample.matchStatus === 'UNMATCHED' ? null : merchantId);
    const row = await core.db
      .selectFrom('chargebackAlerts')
      .select(['facets', 'needsAnswer', 'feedbackStatus'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    expect(readFacets(row.facets ?? -1)).toEqual(sample);
    if (row.needsAnswer === 1) expect(mayNeedAnswer(sample)).toBe(true);
  }
}, 60_000);

it('A-139 the number at a quick filter is what its list holds', async () => {
  const { id: merchantId, actor } = await buildMerchant(core.db);
  const colleague = await buildUser(core.db, merchantId);
  for (const [n, sample] of SAMPLES.entries()) {
    const id = await insert(sample, sample.matchStatus === 'UNMATCHED' ? null : merchantId);
    await core.db
      .updateTable('chargebackAlerts')
      .set({
        deadline: new Date(core.now().getTime() + ((n % 30) + 0.5) * HOUR),
        assignedTo: n % 4 === 0 ? actor.id : n % 4 === 1 ? colleague.id : null,
      })
      .where('id', '=', id)
      .execute();
  }
  const counts = await execute(core, testCaller(actor), alertCounts, {});
  const total = async (filter: object) =>
    (await execute(core, testCaller(actor), listAlerts, { ...filter, size: 1 })).total;
  const dueBefore = new Date(core.now().getTime() + 4 * HOUR).toISOString();
  expect(counts).toEqual({
    all: await total({}),
    needsAnswer: await total({ needsAnswer: true }),
    dueSoon: await total({ needsAnswer: true, dueBefore }),
    mine: await total({ needsAnswer: true, assignedTo: 'me' }),
    waiting: await total({ feedbackStatus: 'WAITING' }),
    rejected: await total({ feedbackStatus: 'REJECTED' }),
    missed: await total({ feedbackStatus: 'EXPIRED' }),
    processed: await total({ status: 'PROCESSED' }),
    ignored: await total({ status: 'IGNORED' }),
  });
  for (const count of Object.values(counts)) expect(count).toBeGreaterThan(0);
  expect(counts.all).toBe(SAMPLES.filter((sample) => sample.matchStatus !== 'UNMATCHED' && !sample.held).length);

  const { actor: admin } = await buildStaff(core.db);
  const all = await execute(core, testCaller(admin), adminAlertCounts, {});
  const ofAll = async (filter: object) =>
    (await execute(core, testCaller(admin), adminListAlerts, { ...filter, size: 1 })).total;
  expect(all).toEqual({
    all: await ofAll({}),
    queue: await ofAll({ queue: true }),
    unmatched: await ofAll({ matchStatus: 'UNMATCHED' }),
    held: await ofAll({ held: true }),
    needsAnswer: await ofAll({ needsAnswer: true }),
    dueSoon: await ofAll({ needsAnswer: true, dueBefore }),
    waiting: await ofAll({ feedbackStatus: 'WAITING' }),
    rejected: await ofAll({ feedbackStatus: 'REJECTED' }),
    missed: await ofAll({ feedbackStatus: 'EXPIRED' }),
  });
}, 120_000);

it('each filter of the list lets through what the number says', async () => {
  const { id: merchantId, actor } = await buildMerchant(core.db);
  const mine = SAMPLES.filter((sample) => sample.matchStatus !== 'UNMATCHED');
  for (const sample of mine) await insert(sample, merchantId);
  const visible = mine.filter((sample) => !sample.held);
  for (const filter of [
    { brand: 'AMEX' },
    { program: 'RDR' },
    { riskLevel: 'LOW' },
    { status: 'IGNORED', brand: 'VISA' },
    { feedbackStatus: 'WAITING', riskLevel: 'HIGH' },
    { feedbackStatus: 'REJECTED' },
  ] as const) {
    const { total } = await execute(core, testCaller(actor), listAlerts, filter);
    expect(total, JSON.stringify(filter)).toBe(visible.filter((sample) => passes(sample, filter)).length);
    expect(total).toBeGreaterThan(0);
  }
}, 60_000);
