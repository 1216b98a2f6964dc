import { createTestDatabase, type TestDatabase } from '@forewarn/db/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commit } from '../kernel/commit.ts';
import { execute } from '../kernel/execute.ts';
import { tellMerchant } from '../telling/index.ts';
import { buildCard, buildMerchant, buildStaff, buildUser, testCaller, testCore, unique } from '../testing/index.ts';
import { getNotificationSettings, getTestMail, mailQueue, sendTestMail, updateNotificationSettings } from './index.ts';
import type { MerchantMessage } from './merchant-message.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase(process.env.TEST_DATABASE_URL ?? '');
});
afterAll(() => database.drop());

const address = (name: string) => `${name}-${unique()}@example.test`;
const CHOICES = {
  window: null,
  urgentPierces: false,
  locale: null,
  timeZone: null,
  answerNeedsSignIn: false,
  reminders: { half: true, late: true, last: true },
};

async function setUp(now?: string) {
  const core = testCore({ db: database.db });
  if (now) core.clock.set(now);
  const merchant = await buildMerchant(core.db, { timeZone: 'Asia/Shanghai', locale: 'en' });
  const caller = testCaller(merchant.actor);
  const save = (input: object) =>
    execute(core, caller, updateNotificationSettings, {
      ...CHOICES,
      mainEmail: merchant.email,
      backupEmails: [],
      ...input,
    });
  const settings = () => execute(core, caller, getNotificationSettings, {});
  const tell = (message: Partial<MerchantMessage> = {}) =>
    commit(core, (tx, emit) =>
      tellMerchant(mailQueue(core, tx, emit), {
        merchantId: merchant.id,
        kind: 'alert.new',
        key: unique(),
        alertRef: null,
        cardId: null,
        urgent: false,
        facts: () => ({}),
        ...message,
      }),
    );
  const mails = () =>
    core.db.selectFrom('emailMessages').selectAll().where('merchantId', '=', merchant.id).orderBy('id').execute();
  return { core, merchant, caller, save, settings, tell, mails };
}

describe('settings', () => {
  it('A-087 nothing saved: the account’s address, at any hour, every reminder', async () => {
    const { settings, merchant } = await setUp();
    expect(await settings()).toMatchObject({
      mainEmail: merchant.email,
      backupEmails: [],
      window: null,
      version: 0,
      reminders: { half: true, late: true, last: true },
      profile: { locale: 'en', timeZone: 'Asia/Shanghai' },
    });
  });

  it('A-085 A-091 what is saved is in effect, and answered as such', async () => {
    const { save, settings } = await setUp();
    const backups = [address('night'), address('boss')];
    const saved = await save({
      mainEmail: 'Alerts@Example.test',
      backupEmails: backups,
      window: { start: '08:00', end: '22:30' },
      timeZone: 'Europe/Berlin',
      locale: 'zh-CN',
      reminders: { half: false, late: true, last: true },
    });
    expect(saved).toMatchObject({
      mainEmail: 'alerts@example.test',
      backupEmails: backups,
      window: { start: '08:00', end: '22:30' },
      timeZone: 'Europe/Berlin',
      reminders: { half: false },
      version: 1,
    });
    expect(saved).toEqual(await settings());
  });

  it.each([
    ['A-085 no main address', { mainEmail: undefined }, 'mainEmail'],
    ['A-089 an address that is none', { mainEmail: 'nobody' }, 'mainEmail'],
    ['A-089 a backup that is none', { backupEmails: ['a@example.test', 'b@'] }, 'backupEmails.1'],
    ['A-086 a fourth backup', { backupEmails: ['a', 'b', 'c', 'd'].map((n) => `${n}@example.test`) }, 'backupEmails'],
    ['the same backup twice', { backupEmails: ['a@example.test', 'A@example.test'] }, 'backupEmails'],
    ['hours without length', { window: { start: '08:00', end: '08:00' } }, 'window.end'],
    ['no time of day', { window: { start: '24:00', end: '08:00' } }, 'window.start'],
    ['no time zone', { timeZone: 'Mars/Olympus' }, 'timeZone'],
  ])('%s is refused at its field', async (_case, input, path) => {
    const { save, settings } = await setUp();
    const refused = save(input);
    await expect(refused).rejects.toMatchObject({ code: 'VALIDATION_FAILED', details: { fields: [{ path }] } });
    expect((await settings()).version).toBe(0);
  });

  it('two who save at once: the second is told, and nothing of the first is lost', async () => {
    const { save, settings } = await setUp();
    await save({ version: 0 });
    await expect(save({ version: 0, urgentPierces: true })).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(await settings()).toMatchObject({ urgentPierces: false, version: 1 });
  });

  it('staff see addresses masked and may change the rest without knowing them; the change is in the audit log', async () => {
    const { core, merchant, save } = await setUp();
    await save({ mainEmail: 'night-shift@example.test' });
    const looker = testCaller((await buildStaff(core.db)).actor);
    const merchantId = merchant.id;
    expect(await execute(core, looker, getNotificationSettings, { merchantId })).toMatchObject({
      mainEmail: 'ni***@example.test',
    });
    const change = { ...CHOICES, merchantId, window: { start: '09:00', end: '18:00' } };
    await expect(execute(core, looker, updateNotificationSettings, change)).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    const admin = testCaller((await buildStaff(core.db, { roles: ['SYSTEM_ADMIN'] })).actor);
    await execute(core, admin, updateNotificationSettings, change);
    const own = await execute(core, testCaller(merchant.actor), getNotificationSettings, {});
    expect(own).toMatchObject({ mainEmail: 'night-shift@example.test', window: { start: '09:00', end: '18:00' } });
    const row = await core.db
      .selectFrom('auditLogs')
      .select('detail')
      .where('action', '=', 'notifications.updateSettings')
      .where('targetId', '=', String(merchantId))
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow();
    expect(JSON.parse(String(row.detail))).toMatchObject({
      before: { window: null },
      after: { window: { start: '09:00' } },
    });
  });

  it('who may only look can’t change them', async () => {
    const { core, merchant } = await setUp();
    const { actor } = await buildUser(core.db, merchant.id, { role: 'HANDLER' });
    await execute(core, testCaller(actor), getNotificationSettings, {});
    const change = execute(core, testCaller(actor), updateNotificationSettings, {
      ...CHOICES,
      mainEmail: merchant.email,
    });
    await expect(change).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});

describe('who is told, and when', () => {
  // 03:00 in Shanghai.
  const NIGHT = '2026-11-22T19:00:00.000Z';
  const OPENING = new Date('2026-11-23T00:00:00.000Z');
  const day = { start: '08:00', end: '22:00' };

  it('A-376 the merchant’s and the card’s addresses, each once', async () => {
    const { core, merchant, tell, mails, save } = await setUp();
    const card = await buildCard(core.db, { merchantId: merchant.id, notifyEmail: merchant.email.toUpperCase() });
    const other = await buildCard(core.db, { merchantId: merchant.id });
    const backup = address('backup');
    await save({ backupEmails: [backup, merchant.email] });
    await tell({ cardId: card.id });
    expect((await mails()).map(({ recipient }) => recipient)).toEqual([merchant.email]);
    await tell({ cardId: other.id, backups: true });
    expect((await mails()).slice(1).map(({ recipient }) => recipient)).toEqual([
      merchant.email,
      other.notifyEmail,
      backup,
    ]);
  });

  it('A-088 the same thing said twice is one mail', async () => {
    const { tell, mails } = await setUp();
    const key = unique();
    await tell({ key });
    await tell({ key });
    expect(await mails()).toHaveLength(1);
  });

  it('A-375 outside the hours a mail waits for their start, and its effect with it', async () => {
    const { core, save, tell, mails } = await setUp(NIGHT);
    await save({ window: day });
    await tell();
    const [mail] = await mails();
    expect(mail).toMatchObject({ status: 'QUEUED', sendAfter: OPENING });
    const effect = core.db.selectFrom('outbox').select('nextTime').where('effectKey', '=', `mail:${mail?.id}`);
    expect((await effect.executeTakeFirstOrThrow()).nextTime).toEqual(OPENING);
  });

  it.each([
    ['urgent, agreed', { urgentPierces: true }, { urgent: true }, null],
    ['urgent, not agreed', { urgentPierces: false }, { urgent: true }, OPENING],
    ['not urgent', { urgentPierces: true }, { urgent: false }, OPENING],
    ['too late by then, agreed', { urgentPierces: true }, { deadline: new Date('2026-11-22T23:00:00Z') }, null],
    ['too late by then, not agreed', { urgentPierces: false }, { deadline: new Date('2026-11-22T23:00:00Z') }, OPENING],
  ])('A-375 %s', async (_case, choice, message, sendAfter) => {
    const { save, tell, mails } = await setUp(NIGHT);
    await save({ window: day, ...choice });
    await tell(message);
    expect((await mails())[0]?.sendAfter).toEqual(sendAfter);
  });

  it('language and zone are those of the settings, else the profile’s', async () => {
    const { save, tell, mails } = await setUp();
    const seen: unknown[] = [];
    const facts = (locale: string, zone: string) => {
      seen.push([locale, zone]);
      return {};
    };
    await tell({ facts });
    await save({ locale: 'zh-CN', timeZone: 'Europe/Berlin' });
    await tell({ facts });
    expect(seen).toEqual([
      ['en', 'Asia/Shanghai'],
      ['zh-CN', 'Europe/Berlin'],
    ]);
    expect((await mails()).map(({ locale }) => locale)).toEqual(['en', 'zh-CN']);
  });
});

describe('A-090 the test mail', () => {
  it('goes to a saved address and to no other', async () => {
    const { core, caller, merchant, mails } = await setUp();
    const { id } = await execute(core, caller, sendTestMail, { email: merchant.email });
    expect(await execute(core, caller, getTestMail, { id })).toMatchObject({
      status: 'QUEUED',
      recipient: merchant.email,
    });
    const stranger = execute(core, caller, sendTestMail, { email: address('stranger') });
    await expect(stranger).rejects.toMatchObject({ code: 'ADDRESS_NOT_SAVED' });
    expect(await mails()).toHaveLength(1);
  });

  it('another merchant’s test mail isn’t there', async () => {
    const { core, caller, merchant } = await setUp();
    const { id } = await execute(core, caller, sendTestMail, { email: merchant.email });
    const other = testCaller((await buildMerchant(core.db)).actor);
    await expect(execute(core, other, getTestMail, { id })).rejects.toMatchObject({ code: 'MAIL_NOT_FOUND' });
  });

  it('ten an hour, then no more', async () => {
    const { core, caller, merchant } = await setUp();
    const send = () => execute(core, caller, sendTestMail, { email: merchant.email });
    for (let i = 0; i < 10; i++) await send();
    await expect(send()).rejects.toMatchObject({ code: 'TOO_MANY_REQUESTS' });
  });
});
