import { createTestDatabase, type TestDatabase } from '@forewarn/db/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { execute } from '../kernel/execute.ts';
import type { Operation } from '../kernel/operation.ts';
import { MINUTE, SECOND } from '../kernel/time.ts';
import type { Ports } from '../ports/index.ts';
import type { Mail, MailResult, MailServer } from '../ports/mailer.ts';
import { buildStaff, testCaller, testCore } from '../testing/index.ts';
import { createSender, deliver, listSenders, orderSenders, removeSender, testSender, updateSender } from './index.ts';

let database: TestDatabase;
/** One for all processes of these tests, as in production. */
let cipher: Ports['cipher'];
beforeAll(async () => {
  database = await createTestDatabase(process.env.TEST_DATABASE_URL ?? '');
  cipher = testCore({ db: database.db }).ports.cipher;
});
afterAll(() => database.drop());
/** Senders are the platform's, not a tenant's: each test starts without any. */
beforeEach(async () => {
  await database.db.deleteFrom('mailSenders').execute();
});

const SENDER = {
  ...{ name: '主', enabled: true, transport: 'SMTP', host: 'smtp.example.test', port: 465, tls: 'IMPLICIT', url: '' },
  ...{
    account: 'alerts',
    secret: 'smtp-password-1',
    fromName: '预警',
    fromAddress: 'alerts@example.test',
    replyTo: '',
  },
  ...{ connectSeconds: 5, greetingSeconds: 5, socketSeconds: 10, poolSize: 2, ratePerMinute: null },
};
const MAIL: Mail = { to: 'a@example.test', subject: 's', html: '<p>x</p>', text: 'x', messageId: 'm.1@example.test' };

/** What each host answers. */
async function setUp(answers: Record<string, MailResult['outcome']> = {}) {
  const asked: (MailServer | undefined)[] = [];
  const core = testCore({
    db: database.db,
    cipher,
    mailer: {
      async send(_mail, server) {
        asked.push(server);
        const host = server?.transport === 'SMTP' ? server.host : '';
        const outcome = answers[host] ?? 'SENT';
        return { outcome, reply: `${outcome} by ${host || 'start'}` };
      },
      probe: async () => [{ stage: 'AUTH', ok: true, milliseconds: 1, detail: '235' }],
      startedWith: { host: 'start.example.test', port: 25, secure: false, from: 'x@example.test' },
    },
  });
  const { actor } = await buildStaff(core.db, { roles: ['SYSTEM_ADMIN'] });
  const run = <I extends z.ZodType, O extends z.ZodType>(operation: Operation<I, O>, input: unknown) =>
    execute(core, testCaller(actor), operation, input);
  const add = (change: object = {}) => run(createSender, { ...SENDER, ...change });
  const hosts = () => asked.splice(0).map((server) => (server?.transport === 'SMTP' ? server.host : 'start'));
  return { core, run, add, hosts, asked };
}

describe('A-240 A-241 A-242 senders', () => {
  it('without any, mails go by the server the process was started with, which is shown', async () => {
    const { core, run, hosts } = await setUp();
    expect(await deliver(core, MAIL)).toMatchObject({ outcome: 'SENT', senderId: null });
    expect(hosts()).toEqual(['start']);
    expect(await run(listSenders, {})).toMatchObject({ records: [], startedWith: { used: true, port: 25 } });
  });

  it('one added is used at once, with its account and secret; the secret is sealed and never shown or audited', async () => {
    const { core, run, add, asked } = await setUp();
    const sender = await add();
    await deliver(core, MAIL);
    expect(asked[0]).toMatchObject({
      host: 'smtp.example.test',
      tls: 'IMPLICIT',
      account: 'alerts',
      secret: 'smtp-password-1',
    });
    const shown = JSON.stringify(await run(listSenders, {}));
    const stored = JSON.stringify(await core.db.selectFrom('mailSenders').selectAll().execute());
    const audited = JSON.stringify(await core.db.selectFrom('auditLogs').selectAll().execute());
    for (const text of [shown, stored, audited, JSON.stringify(sender)]) expect(text).not.toContain('smtp-password-1');
    expect(sender).toMatchObject({ hasSecret: true, version: 1 });
  });

  it('changes count in other processes within five seconds, without a restart', async () => {
    const { core, run, add } = await setUp();
    const other = await setUp();
    const sender = await add();
    await deliver(other.core, MAIL);
    expect(other.hosts()).toEqual(['smtp.example.test']);
    const { id, version, ...rest } = sender;
    await run(updateSender, { ...SENDER, ...rest, secret: 'new-password-2', host: 'smtp2.example.test', id, version });
    await deliver(core, MAIL);
    other.core.clock.advance(5 * SECOND);
    await deliver(other.core, MAIL);
    expect(other.asked[0]).toMatchObject({ host: 'smtp2.example.test', secret: 'new-password-2' });
  });

  it('whoever comes second is told; what is gone is gone', async () => {
    const { run, add } = await setUp();
    const { id } = await add();
    await run(updateSender, { ...SENDER, secret: undefined, name: '改', id, version: 1 });
    await expect(run(updateSender, { ...SENDER, id, version: 1 })).rejects.toMatchObject({ code: 'CONFLICT' });
    await run(removeSender, { id, version: 2 });
    await expect(run(removeSender, { id, version: 2 })).rejects.toMatchObject({ code: 'MAIL_SENDER_GONE' });
  });

  it('a stored secret is never tried at another server or account', async () => {
    const { run, add } = await setUp();
    const { id } = await add();
    const elsewhere = { ...SENDER, secret: undefined, host: 'smtp.elsewhere.test', id };
    await expect(run(updateSender, { ...elsewhere, version: 1 })).rejects.toMatchObject({
      code: 'MAIL_SECRET_NEEDED',
    });
    await expect(run(testSender, { ...elsewhere, to: null })).rejects.toMatchObject({ code: 'MAIL_SECRET_NEEDED' });
  });

  it.each([
    ['no encryption away from this machine', { tls: 'NONE' }, 'tls'],
    ['a protocol in the host', { host: 'smtp://x' }, 'host'],
    ['a line break in the name', { fromName: 'a\r\nBcc: x' }, 'fromName'],
    ['waits beyond what a mail may take', { socketSeconds: 60 }, 'socketSeconds'],
    ['a service without https', { transport: 'HTTP', url: 'http://mail.example.test' }, 'url'],
  ])('refuses %s', async (_, change, field) => {
    const { add } = await setUp();
    await expect(add(change)).rejects.toMatchObject({
      code: 'VALIDATION_FAILED',
      details: { fields: [{ path: field }] },
    });
  });

  it('no encryption is fine on this machine, or when allowed expressly', async () => {
    const { add } = await setUp();
    await add({ tls: 'NONE', host: '127.0.0.1' });
    await add({ tls: 'NONE', allowPlain: true });
  });
});

describe('fail-over', () => {
  const two = async (first: MailResult['outcome']) => {
    const system = await setUp({ 'one.test': first });
    await system.add({ host: 'one.test' });
    await system.add({ host: 'two.test' });
    return system;
  };

  it('one that can’t be reached is passed over, shown with its words, and asked last for a while', async () => {
    const { core, run, hosts } = await two('FAILED');
    expect(await deliver(core, MAIL)).toMatchObject({ outcome: 'SENT', reply: 'SENT by two.test' });
    expect(hosts()).toEqual(['one.test', 'two.test']);
    await deliver(core, MAIL);
    expect(hosts()).toEqual(['two.test']);
    core.clock.advance(31 * SECOND);
    await deliver(core, MAIL);
    expect(hosts()).toEqual(['one.test', 'two.test']);
    const { records } = await run(listSenders, {});
    expect(records).toMatchObject([
      { lastError: 'FAILED by one.test', lastSuccessTime: null },
      { lastError: null, lastSuccessTime: expect.any(String) },
    ]);
  });

  it.each(['UNKNOWN', 'REFUSED'] as const)('after %s no other sender is asked', async (outcome) => {
    const { core, hosts } = await two(outcome);
    expect((await deliver(core, MAIL)).outcome).toBe(outcome);
    expect(hosts()).toEqual(['one.test']);
  });

  it('the order can be changed; one not in use isn’t asked', async () => {
    const { core, run, hosts } = await two('SENT');
    const { records } = await run(listSenders, {});
    const [one, second] = records;
    await run(orderSenders, { ids: [second?.id, one?.id] });
    await deliver(core, MAIL);
    expect(hosts()).toEqual(['two.test']);
    await run(updateSender, { ...SENDER, secret: null, host: 'two.test', enabled: false, id: second?.id, version: 1 });
    await deliver(core, MAIL);
    expect(hosts()).toEqual(['one.test']);
    await expect(run(orderSenders, { ids: [one?.id] })).rejects.toMatchObject({ code: 'CONFLICT' });
  });
});

describe('a rate per minute', () => {
  it('holds over many workers and restarts; then the next sender, then the next minute', async () => {
    const { core, add, hosts } = await setUp();
    await add({ host: 'one.test', ratePerMinute: 3 });
    const workers = [core, (await setUp()).core, (await setUp()).core];
    const results = await Promise.all(Array.from({ length: 9 }, (_, n) => deliver(workers[n % 3] ?? core, MAIL)));
    expect(results.filter(({ outcome }) => outcome === 'SENT')).toHaveLength(3);
    const [full] = results.filter(({ outcome }) => outcome === 'FAILED');
    expect(full?.roomAt?.getTime()).toBe(Math.floor(core.now().getTime() / MINUTE) * MINUTE + MINUTE);
    core.clock.advance(MINUTE);
    expect((await deliver(core, MAIL)).outcome).toBe('SENT');
    await add({ host: 'two.test' });
    hosts();
    for (let n = 0; n < 3; n++) await deliver(core, MAIL);
    expect(hosts()).toEqual(['one.test', 'one.test', 'two.test']);
  });
});

it('A-243 tries what stands in the form, and sends a test mail when asked', async () => {
  const { run } = await setUp();
  const input = { ...SENDER, id: null };
  expect(await run(testSender, { ...input, to: null })).toMatchObject({
    ok: true,
    steps: [{ stage: 'AUTH' }],
    mail: null,
  });
  expect(await run(testSender, { ...input, to: 'me@example.test' })).toMatchObject({
    ok: true,
    mail: { outcome: 'SENT', reply: 'SENT by smtp.example.test' },
  });
});
