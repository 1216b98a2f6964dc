import { createTestDatabase, type TestDatabase } from '@forewarn/db/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { execute } from '../kernel/execute.ts';
import type { Operation } from '../kernel/operation.ts';
import { builtInText, mailQueue, queueMails, sendMail } from '../notifications/index.ts';
import { buildStaff, testCaller, testCore } from '../testing/index.ts';
import {
  getTemplate,
  getTemplateVersion,
  listTemplates,
  previewTemplate,
  resetTemplate,
  saveTemplate,
  sendTemplateTest,
  setChannels,
} from './index.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase(process.env.TEST_DATABASE_URL ?? '');
});
afterAll(() => database.drop());
/** Texts are the platform's, not a tenant's: each test starts with the built-in ones. */
beforeEach(async () => {
  await database.db.deleteFrom('mailTemplates').execute();
});

const REF = { kind: 'alert.new', locale: 'zh-CN' } as const;
const OWN = builtInText('alert.new', 'zh-CN');
const TEXT = {
  subject: '急：{{amount}} {{currency}}',
  body: '<p>请在 {{deadline}} 前<a href="{{loginUrl}}">处理</a>。{{alertId}}</p>',
};

async function setUp() {
  const core = testCore({ db: database.db });
  const { actor, email } = await buildStaff(core.db, { roles: ['SYSTEM_ADMIN'], name: '赵强' });
  const run = <I extends z.ZodType, O extends z.ZodType>(operation: Operation<I, O>, input: unknown) =>
    execute(core, testCaller(actor), operation, input);
  const save = (version: number, change: object = {}) => run(saveTemplate, { ...REF, ...TEXT, version, ...change });
  return { core, email, run, save };
}

async function send(core: ReturnType<typeof testCore>, params: Record<string, string>) {
  const key = crypto.randomUUID();
  const outbox: number[] = [];
  const queue = mailQueue(core, core.db, (effect) => {
    if (effect.topic === 'mail.send') outbox.push(effect.payload.emailId);
  });
  const mail = { kind: 'alert.new', dedupKey: key, recipient: 'shop@example.test', locale: 'zh-CN' } as const;
  await queueMails(queue, [{ ...mail, merchantId: null, alertRef: null, params }]);
  const [emailId = 0] = outbox;
  const run = {
    outboxId: 1,
    payload: { emailId },
    attempt: 1,
    uncertain: false,
    deadline: null,
    createdTime: core.now(),
  };
  const { outcome, settle } = await sendMail(core, run);
  await core.db.transaction().execute(async (tx) => settle?.(tx, () => undefined));
  const row = await core.db.selectFrom('emailMessages').selectAll().where('id', '=', emailId).executeTakeFirstOrThrow();
  return { outcome, row, sent: core.mails.at(-1) };
}
const VALUES = {
  ...{ alertId: 'SBX-1<b>', amount: '19.90', currency: 'USD', riskLevel: '高', alertTime: 't', deadline: '明天' },
  loginUrl: 'https://merchant.example.test/alerts/7',
};

describe('A-232 A-233 A-234 A-235 templates', () => {
  it('every mail there is, with a plain name, in a group, in both languages', async () => {
    const { run } = await setUp();
    const { records } = await run(listTemplates, {});
    expect(new Set(records.map(({ group }) => group))).toEqual(
      new Set(['ALERT', 'RESULT', 'STATUS', 'ALARM', 'ACCOUNT']),
    );
    for (const { kind, name, texts } of records) {
      expect(name).not.toContain(kind);
      expect(texts).toMatchObject([
        { locale: 'zh-CN', version: 0, builtIn: true },
        { locale: 'en', version: 0, builtIn: true },
      ]);
    }
  });

  it('A-236 shows the variables there are, with what they mean, a sample, and which must stay', async () => {
    const { run } = await setUp();
    const { variables, subject, body, versions } = await run(getTemplate, REF);
    expect({ subject, body, versions }).toEqual({ ...OWN, versions: [] });
    const byName = new Map(variables.map((one) => [one.name, one]));
    for (const name of ['alertId', 'alertTime', 'amount', 'currency', 'riskLevel', 'loginUrl'])
      expect(byName.get(name)?.about).toBeTruthy();
    expect(byName.get('loginUrl')).toMatchObject({ url: true, required: true });
    expect(byName.get('loginUrl')?.sample).toContain('https://merchant.example.test/');
    await expect(run(getTemplate, { ...REF, kind: 'toString' })).rejects.toMatchObject({ code: 'TEMPLATE_NOT_FOUND' });
  });

  it('A-236 an unknown variable is refused with its place, and nothing is saved', async () => {
    const { run, save } = await setUp();
    const wrong = { body: `${TEXT.body}\n<p>{{alertID}}</p>` };
    await expect(save(0, wrong)).rejects.toMatchObject({
      code: 'TEMPLATE_TEXT',
      details: { faults: [{ field: 'body', line: 2, column: 4, message: expect.stringContaining('{{alertID}}') }] },
    });
    const preview = await run(previewTemplate, { ...REF, ...TEXT, ...wrong });
    expect(preview).toMatchObject({ mail: null, faults: [{ line: 2 }] });
    expect((await run(getTemplate, REF)).state.version).toBe(0);
  });

  it('versions: who, when, why; compared, restored, back to the built-in text', async () => {
    const { core, run, save } = await setUp();
    expect(await save(0, { note: '更急' })).toEqual({ version: 1 });
    core.clock.advance(1000);
    expect(await save(1, { subject: '二', note: '' })).toEqual({ version: 2 });
    expect(await run(resetTemplate, { ...REF, version: 2, note: '还原' })).toEqual({ version: 3 });
    const detail = await run(getTemplate, REF);
    expect(detail).toMatchObject({ ...OWN, state: { version: 3, builtIn: true, by: '赵强' } });
    expect(detail.versions.map(({ version, note, by }) => [version, note, by])).toEqual([
      [3, '还原', '赵强'],
      [2, '', '赵强'],
      [1, '更急', '赵强'],
    ]);
    expect(await run(getTemplateVersion, { ...REF, version: 1 })).toMatchObject(TEXT);
    expect(await run(getTemplateVersion, { ...REF, version: 0 })).toMatchObject(OWN);
    await expect(run(getTemplateVersion, { ...REF, version: 9 })).rejects.toMatchObject({ code: 'TEMPLATE_NOT_FOUND' });
    const rows = await core.db
      .selectFrom('auditLogs')
      .select(['detail'])
      .where('action', 'in', ['templates.save', 'templates.reset'])
      .where('targetId', '=', 'alert.new zh-CN')
      .execute();
    expect(rows.length).toBeGreaterThanOrEqual(3);
  });

  it('two people at once: one wins, the other is told; the same again saves nothing', async () => {
    const { save } = await setUp();
    const results = await Promise.allSettled([save(0, { subject: '甲' }), save(0, { subject: '乙' })]);
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    await expect(save(0, { subject: '丙' })).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(await save(1, { subject: '丁' })).toEqual({ version: 2 });
    expect(await save(1, { subject: '丁' })).toEqual({ version: 2 });
  });
});

describe('mails in edited words', () => {
  it('A-236 A-238 the next mail says what was saved, its values escaped, and remembers by which version', async () => {
    const { core, save } = await setUp();
    await save(0);
    const { row, sent } = await send(core, VALUES);
    expect(sent?.subject).toBe('急：19.90 USD');
    expect(sent?.html).toContain('SBX-1&lt;b&gt;');
    expect(sent?.html).toContain('<a href="https://merchant.example.test/alerts/7">处理</a>');
    expect(sent?.html).toContain('<title>拒付预警通知</title>');
    expect(row).toMatchObject({ status: 'SENT', templateVersion: 1, subject: '急：19.90 USD' });
  });

  it('a text that can’t be used never stops a mail: the built-in one goes out, and the fault is shown', async () => {
    const { core, run, save } = await setUp();
    await save(0);
    await core.db.updateTable('mailTemplates').set({ body: '<p>{{gone}}</p>' }).execute();
    const { outcome, row, sent } = await send(core, VALUES);
    expect([outcome, row.status, row.templateVersion]).toEqual(['DONE', 'SENT', null]);
    expect(sent?.html).toContain('拒付预警通知');
    const { state } = await run(getTemplate, REF);
    expect(state.fault).toContain('gone');
    expect(core.logs.filter(({ level }) => level === 'error')).toHaveLength(1);
  });

  it('an address that isn’t ours is never linked to: the built-in text goes out', async () => {
    const { core, save } = await setUp();
    await save(0);
    const { row } = await send(core, { ...VALUES, loginUrl: 'javascript:alert(1)' });
    expect(row.templateVersion).toBeNull();
  });

  it('A-243 a test mail goes to oneself or to an address typed, with samples and a mark', async () => {
    const { core, email, run } = await setUp();
    expect(await run(sendTemplateTest, { ...REF, ...TEXT, to: null })).toEqual({
      outcome: 'SENT',
      reply: '250 OK',
      to: email,
    });
    await run(sendTemplateTest, { ...REF, ...TEXT, to: 'typed@example.test' });
    expect(core.mails.map(({ to, subject }) => [to, subject])).toEqual([
      [email, '［测试］急：1,299.00 USD'],
      ['typed@example.test', '［测试］急：1,299.00 USD'],
    ]);
  });
});

it('A-239 the channels of a kind are chosen, and what can’t be left out stays', async () => {
  const { run } = await setUp();
  expect(await run(setChannels, { kind: 'alert.answered', channels: ['INBOX'] })).toMatchObject({
    channels: ['INBOX'],
  });
  expect(await run(setChannels, { kind: 'alert.new', channels: ['CHAT'] })).toMatchObject({
    channels: ['MAIL', 'CHAT'],
  });
  const { records } = await run(listTemplates, {});
  expect(records.find(({ kind }) => kind === 'alert.answered')?.channels).toEqual(['INBOX']);
  expect(records.find(({ kind }) => kind === 'card.result')?.channels).toEqual(['MAIL', 'INBOX', 'CHAT']);
});
