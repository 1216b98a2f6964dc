import { createTestDatabase, type TestDatabase } from '@forewarn/db/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { login, tellSecurity } from '../accounts/index.ts';
import { createEffectLane } from '../effects/index.ts';
import type { Caller, Core } from '../kernel/context.ts';
import { appError } from '../kernel/errors.ts';
import { execute } from '../kernel/execute.ts';
import { DAY, HOUR } from '../kernel/time.ts';
import { mailParams } from '../notifications/index.ts';
import { buildMerchant, buildStaff, testCaller, testCore } from '../testing/index.ts';
import {
  acknowledgeSecurityEvent,
  getSecurityEvent,
  getThresholds,
  listSecurityEvents,
  purgeSecurityTraces,
  securityPulse,
  updateThresholds,
  watchAct,
} from './index.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase(process.env.TEST_DATABASE_URL ?? '');
});
afterAll(() => database.drop());

async function setUp() {
  const core = testCore({ db: database.db });
  const merchant = await buildMerchant(core.db, { passwordHash: await core.ports.passwords.hash('right-1234') });
  const signIn = (password: string, more: Partial<Caller> = {}, account = merchant.email) =>
    execute(core, testCaller(undefined, more), login, { account, password }).catch(
      (error: { code: string }) => error.code,
    );
  const eventsOf = (subjectId: number | null, kind: string) =>
    core.db
      .selectFrom('securityEvents')
      .select(['id', 'severity', 'detail', 'ip'])
      .where('kind', '=', kind)
      .where('subjectId', subjectId === null ? 'is' : '=', subjectId)
      .execute();
  return { core, merchant, signIn, eventsOf };
}

const refused = { error: appError('FORBIDDEN') };

describe('A-308 abnormal sign-ins', () => {
  it('A-308 a network not seen for this person in 90 days is an event; one seen isn’t', async () => {
    const { core, merchant, signIn, eventsOf } = await setUp();
    const seen = async () => (await eventsOf(merchant.userId, 'NEW_NETWORK')).length;
    await signIn('right-1234', { ip: '203.0.113.5' });
    await signIn('right-1234', { ip: '203.0.113.99' });
    expect(await seen()).toBe(0);
    await signIn('right-1234', { ip: '198.51.100.5' });
    await signIn('right-1234', { ip: '198.51.100.6' });
    expect(await seen()).toBe(1);
    core.clock.advance(60 * DAY);
    await signIn('right-1234', { ip: '198.51.100.5' });
    core.clock.advance(60 * DAY);
    await signIn('right-1234', { ip: '203.0.113.5' });
    expect(await seen()).toBe(2);
  });

  it('A-308 another country, where the proxy names it, is an event with an alarm', async () => {
    const { merchant, signIn, eventsOf } = await setUp();
    await signIn('right-1234', { ip: '203.0.113.5', country: 'CN' });
    await signIn('right-1234', { ip: '198.51.100.5', country: 'US' });
    const [event] = await eventsOf(merchant.userId, 'NEW_COUNTRY');
    expect(event).toMatchObject({ severity: 'WARNING', ip: '198.51.100.5' });
    expect(JSON.parse(event?.detail ?? '')).toEqual({ network: '198.51.100.0/24', country: 'US' });
  });

  it('A-308 C-164 many failures on one account, and many from one address, are one event each an hour', async () => {
    const { core, merchant, signIn, eventsOf } = await setUp();
    const ip = '192.0.2.44';
    for (let i = 0; i < 12; i++) await signIn('guess', { ip });
    expect(await eventsOf(merchant.userId, 'FAILURES_ACCOUNT')).toHaveLength(1);
    const byAddress = async () => (await eventsOf(null, 'FAILURES_ADDRESS')).filter((event) => event.ip === ip).length;
    expect(await byAddress()).toBe(0);
    for (let i = 0; i < 25; i++) await signIn('guess', { ip }, `nobody-${i}@example.test`);
    expect(await byAddress()).toBe(1);
    core.clock.advance(HOUR);
    for (let i = 0; i < 12; i++) await signIn('guess', { ip });
    expect(await eventsOf(merchant.userId, 'FAILURES_ACCOUNT')).toHaveLength(2);
  });

  it('A-384 a refused sign-in says the same while its event can’t be written', async () => {
    const { core, signIn } = await setUp();
    await core.db.schema.alterTable('security_counters').renameTo('security_counters_away').execute();
    try {
      expect(await signIn('guess')).toBe('INVALID_CREDENTIALS');
      expect(core.logs.some(({ level, message }) => level === 'error' && /suspicion/.test(message))).toBe(true);
      const { actor } = await buildStaff(core.db);
      await expect(watchAct(core, testCaller(actor), 'x', refused)).resolves.toBeUndefined();
    } finally {
      await core.db.schema.alterTable('security_counters_away').renameTo('security_counters').execute();
    }
  });
});

describe('A-308 C-164 abnormal acts', () => {
  it('A-308 many refused permissions', async () => {
    const { core, eventsOf } = await setUp();
    const { actor, id } = await buildStaff(core.db);
    for (let i = 0; i < 19; i++) await watchAct(core, testCaller(actor), 'credentials.list', refused);
    expect(await eventsOf(id, 'REFUSALS')).toEqual([]);
    for (let i = 0; i < 5; i++) await watchAct(core, testCaller(actor), 'credentials.list', refused);
    expect(await eventsOf(id, 'REFUSALS')).toHaveLength(1);
  });

  it('A-308 mass export, by rows and by number of files', async () => {
    const { core, merchant, eventsOf } = await setUp();
    const caller = testCaller(merchant.actor);
    await watchAct(core, caller, 'alerts.export', { output: { rows: 5000 } });
    expect(await eventsOf(merchant.userId, 'MASS_EXPORT')).toEqual([]);
    await watchAct(core, caller, 'alerts.export', { output: { rows: 5000 } });
    expect(await eventsOf(merchant.userId, 'MASS_EXPORT')).toMatchObject([{ severity: 'CRITICAL' }]);
    for (let i = 0; i < 25; i++) await watchAct(core, caller, 'alerts.export', { output: { rows: 1 } });
    expect(await eventsOf(merchant.userId, 'MASS_EXPORT')).toHaveLength(2);
  });

  it('A-308 credentials opened at night, once a day', async () => {
    const { core, eventsOf } = await setUp();
    const { actor, id } = await buildStaff(core.db, { roles: ['SYSTEM_ADMIN'] });
    const at = (time: string) =>
      watchAct({ ...core, now: () => new Date(time) }, testCaller(actor), 'credentials.list', { output: {} });
    await at('2026-11-23T02:00:00Z');
    expect(await eventsOf(id, 'OFF_HOURS')).toEqual([]);
    await at('2026-11-23T16:00:00Z');
    await at('2026-11-23T16:30:00Z');
    expect(await eventsOf(id, 'OFF_HOURS')).toHaveLength(1);
    await at('2026-11-24T16:00:00Z');
    expect(await eventsOf(id, 'OFF_HOURS')).toHaveLength(2);
  });

  it('C-164 reading costs nothing: no statement runs for an act that isn’t watched', async () => {
    const { core, merchant } = await setUp();
    const blind: Core = {
      ...core,
      get db(): Core['db'] {
        throw new Error('asked the database');
      },
    };
    await watchAct(blind, testCaller(merchant.actor), 'alerts.list', { output: {} });
    expect(core.logs).toEqual([]);
  });
});

describe('A-308 C-164 the alarm', () => {
  it('A-308 C-164 is mailed once to everybody who may look into it, and stands in the app until somebody does', async () => {
    const { core, eventsOf } = await setUp();
    const reader = await buildStaff(core.db, { roles: ['SYSTEM_ADMIN'] });
    const other = await buildStaff(core.db, { roles: ['PLATFORM_ADMIN'] });
    for (let i = 0; i < 25; i++) await watchAct(core, testCaller(other.actor), 'credentials.list', refused);
    const unused = async () => ({ outcome: 'DONE' as const });
    const handlers = {
      'security.alarm': tellSecurity,
      'mail.send': unused,
      'admin.queue': unused,
      'card.results': unused,
      'card.enrol': unused,
      'card.close': unused,
      'card.check': unused,
      'alert.answer': unused,
      'alert.remind': unused,
      'admin.due': unused,
      'channel.send': unused,
      'digest.weekly': unused,
    };
    const lane = createEffectLane(core, handlers, 'mail', 4);
    while ((await lane.pump()) > 0) await lane.drained();
    const mails = await core.db
      .selectFrom('emailMessages')
      .select(['recipient', 'messageId', 'params', 'paramsEnc', 'secretEnc', 'dedupKey'])
      .where('kind', '=', 'security.alarm')
      .where('recipient', 'in', [reader.email, other.email])
      .execute();
    const [event] = await eventsOf(other.id, 'REFUSALS');
    const mine = mails.filter(({ dedupKey }) => dedupKey.startsWith(`${event?.id}:`));
    expect(mine[0] && mailParams(core.ports.cipher, mine[0])).toMatchObject({
      what: '多次越权操作被拒绝',
      who: other.actor.name,
    });
    expect(mine.map(({ recipient }) => recipient)).toEqual([reader.email]);

    const caller = testCaller(reader.actor);
    const before = (await execute(core, caller, securityPulse, {})).open;
    const { records } = await execute(core, caller, listSecurityEvents, { kind: 'REFUSALS', subjectId: other.id });
    const id = records[0]?.id ?? 0;
    const done = await execute(core, caller, acknowledgeSecurityEvent, { id, note: 'asked her: a wrong role' });
    expect(done).toMatchObject({ acknowledgedName: reader.actor.name, note: 'asked her: a wrong role' });
    const again = await execute(core, caller, acknowledgeSecurityEvent, { id, note: 'second' });
    expect(again.note).toBe('asked her: a wrong role');
    expect(await execute(core, caller, getSecurityEvent, { id })).toEqual(done);
    expect((await execute(core, caller, securityPulse, {})).open).toBe(before - 1);
    const open = await execute(core, caller, listSecurityEvents, { state: 'open', subjectId: other.id });
    expect(open.records).toEqual([]);
    await expect(execute(core, caller, getSecurityEvent, { id: 999_999_999 })).rejects.toMatchObject({
      code: 'SECURITY_EVENT_NOT_FOUND',
    });
    await expect(execute(core, testCaller(other.actor), listSecurityEvents, {})).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
  });

  it('A-308 thresholds are settings, audited with before and after', async () => {
    const { core, eventsOf } = await setUp();
    const { actor } = await buildStaff(core.db, { roles: ['SYSTEM_ADMIN'] });
    const suspect = await buildStaff(core.db);
    const defaults = await execute(core, testCaller(actor), getThresholds, {});
    await execute(core, testCaller(actor), updateThresholds, { ...defaults, refusals: 2 });
    for (let i = 0; i < 2; i++) await watchAct(core, testCaller(suspect.actor), 'x', refused);
    expect(await eventsOf(suspect.id, 'REFUSALS')).toHaveLength(1);
    const wrong = execute(core, testCaller(actor), updateThresholds, { ...defaults, businessFrom: 20, businessTo: 8 });
    await expect(wrong).rejects.toMatchObject({ code: 'VALIDATION_FAILED' });
    const audit = await core.db
      .selectFrom('auditLogs')
      .select('detail')
      .where('action', '=', 'security.thresholds.update')
      .execute();
    expect(JSON.parse(audit[0]?.detail ?? '')).toMatchObject({ before: { refusals: 20 }, after: { refusals: 2 } });
    await execute(core, testCaller(actor), updateThresholds, defaults);
  });

  it('forgets counters, networks and events when their time is over, events by the setting', async () => {
    const { core, signIn, merchant } = await setUp();
    await signIn('guess');
    await signIn('right-1234', { ip: '203.0.113.5' });
    const eventAt = (days: number) => ({
      atTime: new Date(core.now().getTime() - days * DAY),
      kind: 'REFUSALS' as const,
      severity: 'INFO' as const,
      subjectId: merchant.userId,
      windowKey: `purge-${merchant.userId}-${days}`,
      detail: '{}',
    });
    await core.db
      .insertInto('securityEvents')
      .values([eventAt(59), eventAt(61)])
      .execute();
    while ((await purgeSecurityTraces(core.db, core.now(), 60)) > 0);
    const left = await core.db
      .selectFrom('securityEvents')
      .select('windowKey')
      .where('windowKey', 'like', `purge-${merchant.userId}-%`)
      .execute();
    expect(left).toEqual([{ windowKey: `purge-${merchant.userId}-59` }]);
    while ((await purgeSecurityTraces(core.db, new Date(core.now().getTime() + 400 * DAY), 400)) > 0);
    expect(await core.db.selectFrom('securityCounters').selectAll().execute()).toEqual([]);
    expect(await core.db.selectFrom('knownNetworks').selectAll().execute()).toEqual([]);
  });
});
