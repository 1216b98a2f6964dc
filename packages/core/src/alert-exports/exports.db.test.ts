import { createTestDatabase, type TestDatabase } from '@forewarn/db/testing';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { processAlert } from '../alerts/index.ts';
import type { Actor } from '../kernel/actor.ts';
import { execute } from '../kernel/execute.ts';
import { DAY, MINUTE, SECOND } from '../kernel/time.ts';
import { bytesOf } from '../kernel/zip.ts';
import {
  type BuiltMerchant,
  buildAlert,
  buildMerchant,
  buildStaff,
  buildUser,
  type TestCore,
  testCaller,
  testCore,
} from '../testing/index.ts';
import {
  cancelExport,
  downloadExport,
  exportAlerts,
  listExports,
  purgeExports,
  removeExport,
  repeatExport,
  runExports,
  startExport,
} from './index.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase(process.env.TEST_DATABASE_URL ?? '');
});
afterAll(() => database.drop());

/** Many alerts in one statement; `n` of them a minute apart. */
async function fill(merchantId: number, n: number, descriptor = '=SHOP'): Promise<void> {
  await sql`
    INSERT INTO chargeback_alerts (alert_id, merchant_id, program, descriptor, amount, currency, alert_time, deadline, risk_level,
      match_status, match_tier, delivery_id, content_sha256, created_time, updated_time)
    SELECT CONCAT('E', ${merchantId}, '-', LPAD(seq, 6, '0')), ${merchantId}, 'ETHOCA', ${descriptor}, 10 + seq, 'USD',
      '2026-11-01' + INTERVAL seq MINUTE, '2026-11-02' + INTERVAL seq MINUTE, 'HIGH', 'MATCHED', 'EXACT', 0,
      UNHEX(SHA2(CONCAT(${merchantId}, '-', seq), 256)), '2026-11-01', '2026-11-01'
    FROM (SELECT a.n + 10 * b.n + 100 * c.n + 1000 * d.n AS seq FROM ${digits('a')}, ${digits('b')}, ${digits('c')}, ${digits('d')}) s
    WHERE seq < ${n}`.execute(database.db);
}
const digits = (name: string) =>
  sql`(SELECT 0 AS n UNION SELECT 1 UNION SELECT 2 UNION SELECT 3 UNION SELECT 4 UNION SELECT 5 UNION SELECT 6 UNION SELECT 7
    UNION SELECT 8 UNION SELECT 9) ${sql.ref(name)}`;

async function setUp(alerts = 0) {
  await database.db.deleteFrom('exportJobs').execute();
  const files = new Map<string, Buffer>();
  const core = testCore({
    db: database.db,
    files: {
      put: async (key, bytes) => void files.set(key, Buffer.from(bytes)),
      get: async (key) => files.get(key),
      head: async (key, bytes) => files.get(key)?.subarray(0, bytes),
      list: async () => [],
      remove: async (key) => void files.delete(key),
    },
  });
  const merchant = await buildMerchant(core.db);
  if (alerts > 0) await fill(merchant.id, alerts);
  return { core, merchant, files, ...callsOf(core, merchant.actor) };
}

function callsOf(core: TestCore, actor: Actor) {
  const caller = testCaller(actor);
  return {
    start: (input: object = {}) => execute(core, caller, startExport, input),
    job: async (id: string) => (await execute(core, caller, listExports, {})).records.find((job) => job.id === id),
    cancel: (id: string) => execute(core, caller, cancelExport, { id }),
    remove: (id: string) => execute(core, caller, removeExport, { id }),
    repeat: (id: string) => execute(core, caller, repeatExport, { id }),
    download: async (id: string) => {
      const file = await execute(core, caller, downloadExport, { id });
      const bytes = await bytesOf(file.chunks);
      expect(bytes.length).toBe(file.size);
      return { fileName: file.fileName, bytes };
    },
  };
}

async function workAll(core: TestCore): Promise<number> {
  let steps = 0;
  while ((await runExports(core)) > 0) steps += 1;
  return steps;
}

/** The alert ids of a CSV file, in its order. */
function idsOf(bytes: Uint8Array, merchant: BuiltMerchant): string[] {
  return [...new TextDecoder().decode(bytes).matchAll(new RegExp(`"(E${merchant.id}-\\d+)"`, 'g'))].map(
    ([, id]) => id ?? '',
  );
}
const newestFirst = (merchant: BuiltMerchant, n: number) =>
  Array.from({ length: n }, (_, k) => `E${merchant.id}-${String(n - 1 - k).padStart(6, '0')}`);

describe('A-138 A-282 at once', () => {
  it('has the list’s columns in the reader’s language, times in the merchant’s zone, and no formula', async () => {
    const { core, merchant } = await setUp();
    const at = new Date('2026-11-22T02:00:00.000Z');
    const { id } = await buildAlert(core.db, { merchantId: merchant.id, descriptor: '=cmd()', alertTime: at });
    const caller = testCaller(merchant.actor, { locale: 'zh-CN' });
    const reason = '+refunded "R-1"';
    await execute(core, caller, processAlert, { id, action: 'REFUND', reason, refundAmount: 12.5 });
    const file = await execute(core, caller, exportAlerts, { ids: [id] });
    expect(file).toMatchObject({ rows: 1, cut: false, encoding: 'text', fileName: 'alerts-2026-11-22.csv' });
    const [header = '', line = ''] = file.content.split('\r\n');
    expect(header).toContain('"预警时间 (Asia/Shanghai)"');
    expect(header).not.toContain('商户"');
    expect(line).toContain('"2026-11-22 10:00:00","2026-11-23 10:00:00","ETHOCA","高",19.9,"USD"');
    expect(line).toContain(`"'=cmd()"`);
    expect(line).toContain(`"申请退款",12.5,"'+refunded ""R-1""","2026-11-22 11:00:00","等待送出"`);
    const xlsx = await execute(core, caller, exportAlerts, { ids: [id], format: 'xlsx' });
    expect(Buffer.from(xlsx.content, 'base64').subarray(0, 2).toString()).toBe('PK');
  });

  it('ends at a thousand and says so; staff see whose alerts they are', async () => {
    const { core, merchant } = await setUp(1001);
    const file = await execute(core, testCaller(merchant.actor), exportAlerts, {});
    expect([file.rows, file.cut]).toEqual([1000, true]);
    const admin = await buildStaff(core.db);
    const filter = { merchantId: merchant.id, keyword: `E${merchant.id}-00000` };
    const theirs = await execute(core, testCaller(admin.actor), exportAlerts, filter);
    expect([theirs.rows, theirs.cut]).toEqual([10, false]);
    expect(theirs.content.split('\r\n')[0]).toMatch(/"Merchant".*"Alert time \(UTC\)"/);
    expect(theirs.content).toContain(`"${merchant.companyName}"`);
  });
});

describe('A-371 in the background', () => {
  it('writes everything the filters find, part by part, with its progress; downloads are audited', async () => {
    const { core, merchant, start, job, download } = await setUp(4500);
    const { id, status } = await start({ format: 'csv' });
    expect(status).toBe('QUEUED');
    await runExports(core);
    expect(await job(id)).toMatchObject({ status: 'RUNNING', totalRows: 4500, doneRows: 2000 });
    await workAll(core);
    expect(await job(id)).toMatchObject({ status: 'DONE', totalRows: 4500, doneRows: 4500, cut: false });
    const { bytes, fileName } = await download(id);
    expect(fileName).toBe('alerts-2026-11-22.csv');
    expect(idsOf(bytes, merchant)).toEqual(newestFirst(merchant, 4500));
    expect(new TextDecoder().decode(bytes)).not.toContain('"=SHOP');
    const audit = await core.db
      .selectFrom('auditLogs')
      .select('action')
      .where('targetId', '=', id)
      .orderBy('id')
      .execute();
    expect(audit.map(({ action }) => action)).toEqual(['alerts.exports.start', 'alerts.exports.download']);
  });

  it('A-218 A-219 what staff take of all merchants is audited with its filter, at once, in the background and when it is fetched', async () => {
    const { core, merchant } = await setUp();
    const other = await buildMerchant(core.db);
    for (const { id } of [merchant, other]) await fill(id, 10, 'OF ALL');
    const { actor } = await buildStaff(core.db);
    const filter = { program: 'ETHOCA', descriptor: 'OF ALL' };
    const staff = callsOf(core, actor);
    await execute(core, testCaller(actor), exportAlerts, filter);
    const { id } = await staff.start(filter);
    await workAll(core);
    const text = new TextDecoder().decode((await staff.download(id)).bytes);
    for (const one of [merchant, other]) expect(text).toContain(`"${one.companyName}"`);
    const audit = await core.db
      .selectFrom('auditLogs')
      .select(['action', 'detail'])
      .where('actorId', '=', actor.kind === 'staff' ? actor.id : 0)
      .where('actorKind', '=', 'staff')
      .where('action', 'like', 'alerts.export%')
      .orderBy('id')
      .execute();
    expect(audit.map(({ action }) => action)).toEqual([
      'alerts.export',
      'alerts.exports.start',
      'alerts.exports.download',
    ]);
    for (const { detail } of audit)
      expect(typeof detail === 'string' ? JSON.parse(detail) : detail).toMatchObject({ filter });
  });

  it('a word that means more than is looked up gives what was found, and says that there is more', async () => {
    const { core, merchant, start, job } = await setUp(1010);
    const filter = { keyword: `E${merchant.id}-` };
    const { id } = await start(filter);
    await workAll(core);
    expect(await job(id)).toMatchObject({ status: 'DONE', doneRows: 1000, cut: true });
    const file = await execute(core, testCaller(merchant.actor), exportAlerts, filter);
    expect([file.rows, file.cut]).toEqual([1000, true]);
    const { id: rare } = await start({ keyword: `E${merchant.id}-00000` });
    await workAll(core);
    expect(await job(rare)).toMatchObject({ doneRows: 10, cut: false });
  });

  it('stored files say nothing to who reads the store', async () => {
    const { core, start, files } = await setUp(10);
    await start();
    await workAll(core);
    expect(files.size).toBe(1);
    for (const bytes of files.values()) expect(bytes.includes('SHOP')).toBe(false);
  });

  it('a worker that dies in the middle: the next one goes on, each row is there once, and its remains go', async () => {
    const { core, merchant, start, job, download, files, remove } = await setUp(4500);
    const { id } = await start();
    await runExports(core);
    // Dies after its file is stored and before the row says so.
    const put = core.ports.files.put;
    core.ports.files.put = async (key, bytes) => {
      await put(key, bytes);
      return new Promise(() => undefined);
    };
    void runExports(core);
    await expect.poll(() => files.size).toBe(2);
    core.ports.files.put = put;
    expect(await runExports(core)).toBe(0);
    core.clock.advance(61 * SECOND);
    await workAll(core);
    expect(await job(id)).toMatchObject({ status: 'DONE', doneRows: 4500 });
    expect(idsOf((await download(id)).bytes, merchant)).toEqual(newestFirst(merchant, 4500));
    await remove(id);
    await workAll(core);
    expect([...files.keys()]).toEqual([]);
  });

  it('a worker whose lease ran out and that wakes up again changes nothing', async () => {
    const { core, merchant, start, download, files } = await setUp(2500);
    const { id } = await start();
    const stalled = Promise.withResolvers<void>();
    const put = core.ports.files.put;
    core.ports.files.put = async (key, bytes) => {
      core.ports.files.put = put;
      await stalled.promise;
      await put(key, bytes);
    };
    const late = runExports(core);
    await expect.poll(() => core.ports.files.put === put).toBe(true);
    core.clock.advance(61 * SECOND);
    await workAll(core);
    stalled.resolve();
    await late;
    expect(files.size).toBe(2);
    expect(idsOf((await download(id)).bytes, merchant)).toEqual(newestFirst(merchant, 2500));
  });

  it('a store that fails is tried again, five times; then the job has failed and its place is free', async () => {
    const { core, start, job } = await setUp(10);
    core.ports.files.put = async () => {
      throw new Error('disk full');
    };
    const { id } = await start();
    for (let n = 0; n < 6; n++) {
      await runExports(core);
      core.clock.advance(MINUTE);
    }
    expect(await job(id)).toMatchObject({ status: 'FAILED' });
    for (let n = 0; n < 3; n++) await start();
  });

  it('cancelled in the middle it stops, its files go, and it can’t be fetched', async () => {
    const { core, start, cancel, job, download, files } = await setUp(4500);
    const { id } = await start();
    await runExports(core);
    expect(files.size).toBe(1);
    expect((await cancel(id)).status).toBe('CANCELLED');
    expect((await cancel(id)).status).toBe('CANCELLED');
    await workAll(core);
    expect(files.size).toBe(0);
    expect(await job(id)).toMatchObject({ status: 'CANCELLED', doneRows: 2000 });
    await expect(download(id)).rejects.toMatchObject({ code: 'EXPORT_STATE' });
  });

  it('goes after seven days, at once when deleted, and is forgotten after a month', async () => {
    const { core, start, job, download, remove, files } = await setUp(10);
    const [kept, deleted] = [await start(), await start()];
    await workAll(core);
    await remove(deleted.id);
    await expect(download(deleted.id)).rejects.toMatchObject({ code: 'EXPORT_STATE' });
    await workAll(core);
    expect(files.size).toBe(1);
    core.clock.advance(7 * DAY - SECOND);
    await workAll(core);
    expect((await download(kept.id)).bytes.length).toBeGreaterThan(0);
    core.clock.advance(SECOND);
    await expect(download(kept.id)).rejects.toMatchObject({ code: 'EXPORT_STATE' });
    await workAll(core);
    expect(files.size).toBe(0);
    expect(await job(kept.id)).toMatchObject({ status: 'EXPIRED' });
    expect(await purgeExports(core)).toBe(0);
    core.clock.advance(24 * DAY);
    expect(await purgeExports(core)).toBe(2);
  });

  it('three at a time for a merchant’s people together, never more, however they are asked for', async () => {
    const { core, merchant, start, cancel } = await setUp(10);
    const colleague = await buildUser(core.db, merchant.id, { role: 'HANDLER' });
    const theirs = callsOf(core, colleague.actor);
    const asked = await Promise.allSettled([start(), theirs.start(), start(), theirs.start(), start()]);
    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
    for (const one of asked)
      if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'EXPORTS_RUNNING' });
    await expect(start()).rejects.toMatchObject({ code: 'EXPORTS_RUNNING' });
    const mine = asked.flatMap((one) => (one.status === 'fulfilled' ? [one.value.id] : []));
    for (const id of mine) await cancel(id).catch(() => theirs.cancel(id));
    await start();
  });

  it('is its owner’s alone: neither a colleague nor another merchant nor staff can see, fetch or stop it', async () => {
    const { core, merchant, start } = await setUp(10);
    const { id } = await start();
    await workAll(core);
    const colleague = await buildUser(core.db, merchant.id, { role: 'MANAGER' });
    const other = await buildMerchant(core.db);
    const admin = await buildStaff(core.db);
    for (const { actor } of [colleague, other, admin]) {
      const calls = callsOf(core, actor);
      expect(await calls.job(id)).toBeUndefined();
      for (const act of [calls.download, calls.cancel, calls.remove])
        await expect(act(id)).rejects.toMatchObject({ code: 'EXPORT_NOT_FOUND' });
    }
  });

  it('has its owner’s alerts alone, whatever merchant its filters name; staff have all', async () => {
    const { core, merchant, start, download, job } = await setUp(10);
    const other = await buildMerchant(core.db);
    await fill(other.id, 10);
    const foreign = await start({ merchantId: other.id });
    const admin = callsOf(core, (await buildStaff(core.db)).actor);
    const all = await admin.start({ merchantId: other.id });
    await workAll(core);
    expect(await job(foreign.id)).toMatchObject({ status: 'DONE', doneRows: 0 });
    expect(new TextDecoder().decode((await download(foreign.id)).bytes)).not.toContain(`E${other.id}-`);
    expect(idsOf((await admin.download(all.id)).bytes, other)).toEqual(newestFirst(other, 10));
    expect(merchant.id).not.toBe(other.id);
  });

  it('two workers at once share the jobs and write each part once', async () => {
    const { core, merchant, start, download } = await setUp(4500);
    const [a, b] = [await start(), await start()];
    await Promise.all([workAll(core), workAll(core)]);
    await workAll(core);
    for (const { id } of [a, b])
      expect(idsOf((await download(id)).bytes, merchant)).toEqual(newestFirst(merchant, 4500));
  });
});
