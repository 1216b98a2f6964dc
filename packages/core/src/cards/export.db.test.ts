import { createTestDatabase, type TestDatabase } from '@forewarn/db/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { execute } from '../kernel/execute.ts';
import { buildCard, buildMerchant, buildStaff, type TestCore, testCaller, testCore } from '../testing/index.ts';
import { exportCards } from './index.ts';

let database: TestDatabase;
let core: TestCore;
beforeAll(async () => {
  database = await createTestDatabase(process.env.TEST_DATABASE_URL ?? '');
  core = testCore({ db: database.db });
});
afterAll(() => database.drop());

it('A-274 a merchant exports its own cards by the page’s filters, formulas as text, with an audit row', async () => {
  const merchant = await buildMerchant(core.db);
  const other = await buildMerchant(core.db);
  await buildCard(core.db, { merchantId: merchant.id, descriptor: '+1 SHOP', caid: '007' });
  await buildCard(core.db, { merchantId: merchant.id, descriptor: 'FAILED SHOP', status: 'FAILED' });
  await buildCard(core.db, { merchantId: other.id, descriptor: 'ELSEWHERE' });
  const caller = testCaller(merchant.actor);
  const all = await execute(core, caller, exportCards, {});
  expect(all).toMatchObject({
    rows: 2,
    cut: false,
    encoding: 'text',
    fileName: expect.stringMatching(/^cards-.*\.csv$/),
  });
  expect(all.content).toMatch(/^\uFEFF"Program","Descriptor","Card BIN","CAID"/);
  expect(all.content).toContain(`"'+1 SHOP","411111","007"`);
  expect(all.content).not.toContain('ELSEWHERE');
  const failed = await execute(core, caller, exportCards, { status: 'FAILED' });
  expect(failed.rows).toBe(1);
  const audit = await core.db.selectFrom('auditLogs').select('detail').where('action', '=', 'cards.export').execute();
  expect(audit.map(({ detail }) => JSON.parse(detail ?? ''))).toContainEqual({ rows: 1, format: 'csv' });
});

it('XLSX is a workbook in base64; staff get the merchant’s name, and BIN and address masked', async () => {
  const merchant = await buildMerchant(core.db, { companyName: 'Masked Company' });
  await buildCard(core.db, { merchantId: merchant.id, notifyEmail: 'somebody@example.test' });
  const staff = testCaller((await buildStaff(core.db)).actor);
  const csv = await execute(core, staff, exportCards, { merchantId: merchant.id });
  expect(csv.content).toMatch(/"Merchant","Program","Descriptor"/);
  expect(csv.content).toMatch(/"Masked Company",.*"4111\*\*"/);
  expect(csv.content).not.toContain('somebody@example.test');
  const written: unknown[] = [];
  core.ports.spreadsheets.writeXlsx = (sheets) => {
    written.push(...sheets);
    return new Uint8Array([0x50, 0x4b]);
  };
  const xlsx = await execute(core, staff, exportCards, { merchantId: merchant.id, format: 'xlsx' });
  expect(xlsx).toMatchObject({ encoding: 'base64', rows: 1, fileName: expect.stringMatching(/\.xlsx$/) });
  expect(xlsx.content).toBe(Buffer.from('PK').toString('base64'));
  const line = expect.arrayContaining(['Masked Company', '4111**']);
  expect(written).toEqual([{ name: 'Cards', rows: [expect.arrayContaining(['Merchant', 'Descriptor']), line] }]);
});
