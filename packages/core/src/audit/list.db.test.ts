import { createTestDatabase, explain, rowsRead, type TestDatabase } from '@forewarn/db/testing';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../kernel/actor.ts';
import { execute } from '../kernel/execute.ts';
import { buildMerchant, buildStaff, buildUser, type TestCore, testCaller, testCore, unique } from '../testing/index.ts';
import { exportAudit, extendChain, getAudit, listAudit, verifyAudit } from './index.ts';
import { AuditFilters } from './model.ts';
import { auditQuery } from './store.ts';

let database: TestDatabase;
let core: TestCore;
let admin: Actor;

/** 24,000 rows: mostly sign-ins and answers, one in fifty refused; a few of a rare kind. */
beforeAll(async () => {
  database = await createTestDatabase(process.env.TEST_DATABASE_URL ?? '');
  core = testCore({ db: database.db });
  admin = (await buildStaff(core.db, { roles: ['SYSTEM_ADMIN'] })).actor;
  await sql`
    INSERT INTO audit_logs (at_time, actor_kind, actor_id, actor_name, action, target_type, target_id, result, detail, ip, user_agent, request_id)
    WITH RECURSIVE few AS (SELECT 0 AS n UNION ALL SELECT n + 1 FROM few WHERE n < 399),
      digits AS (SELECT a.n * 400 + b.n AS n FROM few a JOIN few b ON b.n < 400 WHERE a.n < 60)
    SELECT '2026-01-01' + INTERVAL n * 13 MINUTE, ELT(1 + (n % 20 = 0) + (n % 400 = 7) * 2, 'merchant', 'staff', 'system'), n % 300, CONCAT('Person ', n % 300),
      IF(n % 500 = 0, 'credentials.update', ELT(1 + n % 3, 'auth.login', 'alerts.process', 'cards.update')),
      IF(n % 500 = 0, 'credential', ELT(1 + n % 3, 'merchant', 'alert', 'card')), n % 900, IF(n % 50 = 0, ELT(1 + n % 3, 'FORBIDDEN', 'CONFLICT', 'INTERNAL'), 'OK'),
      '{"reason":"x"}', CONCAT('192.0.2.', n % 250), 'test', CONCAT('request-', n)
    FROM digits ORDER BY n`.execute(core.db);
  await sql`ANALYZE TABLE audit_logs`.execute(core.db);
}, 120_000);
afterAll(() => database.drop());

const FILTERS: Record<string, { filter: object; key: RegExp }> = {
  none: { filter: {}, key: /^k_audit_time$/ },
  time: { filter: { from: '2026-05-01T00:00:00Z', to: '2026-05-03T00:00:00Z' }, key: /^k_audit_time$/ },
  'a common action': { filter: { action: 'auth.login' }, key: /^k_audit_(action|time)$/ },
  'a rare action': { filter: { action: 'credentials.update' }, key: /^k_audit_action$/ },
  'a kind of person': { filter: { actorKind: 'system' }, key: /^k_audit_actor/ },
  'a person by number': { filter: { actorKind: 'staff', actorId: 20 }, key: /^k_audit_actor$/ },
  'a person by name': { filter: { actorName: 'Person 7' }, key: /^k_audit_actor_name$/ },
  'a kind of target': { filter: { targetType: 'credential' }, key: /^k_audit_target/ },
  'a target': { filter: { targetType: 'alert', targetId: '7' }, key: /^k_audit_target$/ },
  'a result': { filter: { result: 'CONFLICT' }, key: /^k_audit_result$/ },
  'what failed': { filter: { failedOnly: true }, key: /^k_audit_failed$/ },
  address: { filter: { ip: '192.0.2.9' }, key: /^k_audit_ip$/ },
  request: { filter: { requestId: 'request-77' }, key: /^k_audit_request$/ },
};

describe('A-307 every filter of the audit log is served by an index of its own', () => {
  it.each(Object.entries(FILTERS))('%s', async (_, { filter, key }) => {
    const input = AuditFilters.parse(filter);
    const [plan] = await explain(core.db, auditQuery(core, input, 21));
    expect(plan?.key).toMatch(key);
    expect(plan?.Extra).not.toMatch(/filesort|temporary/);
    expect(await rowsRead(core.db, (db) => auditQuery({ db }, input, 21).execute())).toBeLessThan(100);
  });

  it('a page behind a cursor costs no more, however far back', async () => {
    const from = { at: new Date('2026-02-01T00:00:00Z'), id: 3000 };
    const input = AuditFilters.parse({});
    expect(await rowsRead(core.db, (db) => auditQuery({ db }, input, 21, from).execute())).toBeLessThan(100);
  });
});

const list = (input: object) => execute(core, testCaller(admin), listAudit, input);

describe('the audit log', () => {
  it.each(Object.entries(FILTERS))('shows what was asked for and nothing else: %s', async (name, { filter }) => {
    const { records, total } = await list({ ...filter, size: 50 });
    expect(records.length, name).toBeGreaterThan(0);
    expect(total).toBeGreaterThanOrEqual(records.length);
    const wanted = AuditFilters.parse(filter);
    for (const entry of records) {
      const { from, to, failedOnly, ...equal } = wanted;
      expect(entry).toMatchObject(equal);
      if (failedOnly) expect(entry.result).not.toBe('OK');
      if (from && to) expect(entry.at >= '2026-05-01' && entry.at < '2026-05-03').toBe(true);
    }
    const times = records.map(({ at }) => at);
    expect(times).toEqual(times.toSorted().reverse());
  });

  it('cursors show every entry once, those of one moment too', async () => {
    const at = new Date('2027-01-01T00:00:00Z');
    const row = { atTime: at, actorKind: 'system', actorName: 'twins', action: 'test.twins' };
    await core.db
      .insertInto('auditLogs')
      .values(Array.from({ length: 25 }, () => row))
      .execute();
    const seen: number[] = [];
    let cursor: string | undefined;
    do {
      const page = await list({ actorName: 'twins', size: 10, cursor });
      seen.push(...page.records.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen).toHaveLength(25);
    expect(seen).toEqual(seen.toSorted((a, b) => b - a));
  });

  it('the total stops at 10,000', async () => {
    expect((await list({})).total).toBe(10_000);
  });

  it('a number without its kind is refused with the field named', async () => {
    await expect(list({ actorId: 7 })).rejects.toMatchObject({ details: { fields: [{ path: 'actorKind' }] } });
    await expect(list({ targetId: '7' })).rejects.toMatchObject({ details: { fields: [{ path: 'targetType' }] } });
  });

  it('one entry is shown with its client and its place in the chain; a broken detail breaks nothing', async () => {
    const few = await createTestDatabase(process.env.TEST_DATABASE_URL ?? '');
    const own = testCore({ db: few.db });
    const { insertId } = await own.db
      .insertInto('auditLogs')
      .values({
        atTime: own.now(),
        actorKind: 'system',
        actorName: 'x',
        action: 'test.one',
        detail: '[1]',
        userAgent: 'browser',
      })
      .executeTakeFirstOrThrow();
    const get = () => execute(own, testCaller(admin), getAudit, { id: Number(insertId) });
    expect(await get()).toMatchObject({ userAgent: 'browser', detail: { value: [1] }, chain: null });
    await extendChain(own, 10);
    expect(await get()).toMatchObject({ chain: { seq: 1, hash: expect.stringMatching(/^[0-9a-f]{64}$/) } });
    await expect(execute(own, testCaller(admin), getAudit, { id: 999_999 })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await few.drop();
  });
});

it('C-275 what was acted on is called by its name of today: a merchant’s user is not the merchant of the same number', async () => {
  const requestId = unique();
  const merchant = await buildMerchant(core.db, { companyName: 'Northwind' });
  const user = await buildUser(core.db, merchant.id, { name: '王小明' });
  const entries = [
    { targetType: 'merchant', targetId: String(merchant.id), name: 'Northwind' },
    { targetType: 'user', targetId: String(user.id), name: '王*明 · Northwind' },
    { targetType: 'user', targetId: '999999', name: null },
    { targetType: 'setting', targetId: 'security.thresholds', name: null },
    { targetType: 'merchant', targetId: '', name: null },
  ];
  await core.db
    .insertInto('auditLogs')
    .values(
      entries.map(({ name: _name, ...target }) => ({
        ...target,
        atTime: core.now(),
        actorKind: 'system',
        actorName: 'x',
        action: 'test.named',
        requestId,
      })),
    )
    .execute();
  const { records } = await list({ requestId });
  const found = records.map(({ targetType, targetId, targetName }) => ({ targetType, targetId, name: targetName }));
  expect(found.reverse()).toEqual(entries);
});

describe('C-163 the export', () => {
  it('has what the list has, starts no formula and is audited itself', async () => {
    const evil = '=HYPERLINK("http://x")';
    await core.db
      .insertInto('auditLogs')
      .values({
        atTime: core.now(),
        actorKind: 'merchant',
        actorId: 5,
        actorName: evil,
        action: 'alerts.assign',
        targetType: 'alert',
      })
      .execute();
    const caller = testCaller(admin, { locale: 'zh-CN' });
    const file = await execute(core, caller, exportAudit, { actorName: evil });
    expect(file).toMatchObject({ rows: 1, cut: false, fileName: 'audit-2026-11-22.csv' });
    const [header, line] = file.content.split('\r\n');
    expect(header).toContain('操作人');
    expect(line).toContain(`"'=HYPERLINK(""http://x"")"`);
    expect(line).toContain('"指派预警","alerts.assign","预警"');
    const { records } = await list({ action: 'audit.export' });
    expect(records[0]).toMatchObject({ targetId: 'audit', detail: { rows: 1, filters: { actorName: evil } } });
  });

  it('says when the filters found more than a file holds', async () => {
    const file = await execute(core, testCaller(admin), exportAudit, {});
    expect(file).toMatchObject({ rows: 10_000, cut: true });
  });
});

describe('who may', () => {
  it('system admins alone', async () => {
    for (const roles of [['PLATFORM_ADMIN'], ['SALES']] as const) {
      const { actor } = await buildStaff(core.db, { roles: [...roles] });
      const refused = { code: 'FORBIDDEN' };
      await expect(execute(core, testCaller(actor), listAudit, {})).rejects.toMatchObject(refused);
      await expect(execute(core, testCaller(actor), getAudit, { id: 1 })).rejects.toMatchObject(refused);
      await expect(execute(core, testCaller(actor), exportAudit, {})).rejects.toMatchObject(refused);
      await expect(execute(core, testCaller(actor), verifyAudit, {})).rejects.toMatchObject(refused);
    }
  });
});
