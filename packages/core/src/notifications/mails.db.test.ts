import { createTestDatabase, rowsRead, type TestDatabase } from '@forewarn/db/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commit } from '../kernel/commit.ts';
import { execute } from '../kernel/execute.ts';
import { after, MINUTE } from '../kernel/time.ts';
import { listMerchants } from '../merchants/index.ts';
import type { MailResult } from '../ports/mailer.ts';
import { buildAlert, buildMerchant, buildStaff, carryOut, testCaller, testCore, unique } from '../testing/index.ts';
import {
  getMail,
  getNotificationSettings,
  listAlertMails,
  listMails,
  mailQueue,
  noteBounce,
  queueMails,
  resendMails,
  sendMail,
} from './index.ts';
import { mailPage } from './mail-store.ts';
import type { MailKind } from './templates.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase(process.env.TEST_DATABASE_URL ?? '');
});
afterAll(() => database.drop());

const REFUSED: MailResult = { outcome: 'REFUSED', reply: '550 5.1.1 no such mailbox' };
const TAKEN: MailResult = { outcome: 'SENT', reply: '250 2.0.0 queued as 7F3' };

async function setUp() {
  const answers: MailResult[] = [];
  const core = testCore({ db: database.db });
  core.ports.mailer.send = async () => answers.shift() ?? TAKEN;
  const merchant = await buildMerchant(core.db);
  const staff = testCaller((await buildStaff(core.db)).actor);
  const alert = await buildAlert(core.db, { merchantId: merchant.id });
  const queue = async (kind: MailKind = 'alert.answered') => {
    const dedupKey = unique();
    await commit(core, (tx, emit) =>
      queueMails(mailQueue(core, tx, emit), [
        {
          kind,
          dedupKey,
          recipient: merchant.email,
          locale: 'en',
          merchantId: merchant.id,
          alertRef: alert.id,
          params: {},
        },
      ]),
    );
    const row = core.db.selectFrom('emailMessages').select(['id', 'messageId']).where('dedupKey', '=', dedupKey);
    return row.executeTakeFirstOrThrow();
  };
  /** A mail of its own, sent, with this outcome. */
  const send = async (outcome: MailResult, kind?: MailKind) => {
    core.clock.advance(MINUTE);
    const mail = await queue(kind);
    answers.push(outcome);
    await carryOut(core, sendMail, { emailId: mail.id });
    return mail;
  };
  const detail = (id: number) => execute(core, staff, getMail, { id });
  const settings = () => execute(core, testCaller(merchant.actor), getNotificationSettings, {});
  return { core, merchant, staff, alert, queue, send, answers, detail, settings };
}

describe('what became of a mail', () => {
  it('queued, handed over, refused with the server’s words, come back: seen by the merchant and by staff', async () => {
    const { core, merchant, alert, queue, send, detail } = await setUp();
    const waiting = await queue();
    const taken = await send(TAKEN);
    const refused = await send(REFUSED);
    const back = await send(TAKEN);
    expect(await noteBounce(core, { messageId: back.messageId, reason: '552 mailbox full' })).toBe('noted');
    expect(await noteBounce(core, { messageId: back.messageId, reason: '552 mailbox full' })).toBe('known');
    expect(await noteBounce(core, { messageId: 'x@example.test', reason: '' })).toBe('unknown');
    const { mails } = await execute(core, testCaller(merchant.actor), listAlertMails, { id: alert.id });
    expect(mails.map(({ id, status, reply }) => [id, status, reply])).toEqual([
      [waiting.id, 'QUEUED', null],
      [taken.id, 'SENT', TAKEN.reply],
      [refused.id, 'FAILED', REFUSED.reply],
      [back.id, 'BOUNCED', '552 mailbox full'],
    ]);
    expect(await detail(refused.id)).toMatchObject({
      status: 'FAILED',
      canResend: true,
      recipient: expect.stringContaining('***'),
    });
    const other = testCaller((await buildMerchant(core.db)).actor);
    await expect(execute(core, other, listAlertMails, { id: alert.id })).rejects.toMatchObject({
      code: 'ALERT_NOT_FOUND',
    });
  });

  it('that our own mail server can’t be reached is the operator’s to know, not the merchant’s', async () => {
    const { core, merchant, alert, queue, answers, detail } = await setUp();
    const { id } = await queue();
    answers.push({ outcome: 'FAILED', reply: 'ECONNREFUSED: connect 10.0.0.5:25' });
    await carryOut(core, sendMail, { emailId: id });
    expect((await detail(id)).reply).toContain('10.0.0.5');
    const { mails } = await execute(core, testCaller(merchant.actor), listAlertMails, { id: alert.id });
    expect(mails).toMatchObject([{ status: 'QUEUED', reply: null }]);
  });

  it('an address whose last two mails came to nothing is flagged, until one is handed over', async () => {
    const { core, merchant, staff, send, settings } = await setUp();
    const flagged = async () => {
      const { records } = await execute(core, staff, listMerchants, { keyword: merchant.companyName });
      return [records[0]?.mailTroubles, (await settings()).troubles.map(({ recipient }) => recipient)];
    };
    await send(REFUSED);
    await send(TAKEN);
    const second = await send(TAKEN);
    await send(REFUSED);
    expect(await flagged()).toEqual([0, []]);
    await send(REFUSED);
    expect(await flagged()).toEqual([1, [merchant.email]]);
    await send(TAKEN);
    expect(await flagged()).toEqual([0, []]);
    await noteBounce(core, { messageId: second.messageId, reason: 'late news of an old mail' });
    expect(await flagged()).toEqual([0, []]);
  });
});

describe('X-026 sending again', () => {
  it('one or many, each as itself; who did it is in the audit log', async () => {
    const { core, staff, send, answers, detail } = await setUp();
    const [one, two] = [await send(REFUSED), await send(REFUSED)];
    const ids = [one.id, two.id, 999_999_999];
    const { results } = await execute(core, staff, resendMails, { ids });
    expect(results.map(({ outcome }) => outcome)).toEqual(['QUEUED', 'QUEUED', 'NOT_FOUND']);
    const keys = await core.db
      .selectFrom('outbox')
      .select('effectKey')
      .where('effectKey', 'in', [`mail:${one.id}:again:1`, `mail:${two.id}:again:1`])
      .execute();
    expect(keys).toHaveLength(2);
    answers.push(TAKEN);
    await carryOut(core, sendMail, { emailId: one.id });
    expect(await detail(one.id)).toMatchObject({
      status: 'SENT',
      resends: 1,
      messageId: one.messageId,
      canResend: false,
    });
    const audit = core.db
      .selectFrom('auditLogs')
      .select('detail')
      .where('action', '=', 'mails.resend')
      .orderBy('id', 'desc');
    expect(JSON.parse(String((await audit.executeTakeFirstOrThrow()).detail))).toMatchObject({ ids: [one.id, two.id] });
  });

  it('twice at once makes one try', async () => {
    const { core, staff, send } = await setUp();
    const { id } = await send(REFUSED);
    const both = await Promise.all([1, 2].map(() => execute(core, staff, resendMails, { ids: [id] })));
    expect(both.map(({ results }) => results[0]?.outcome).sort()).toEqual(['NOT_RESENDABLE', 'QUEUED']);
  });

  it('not what went out, nor a mail whose link worked once', async () => {
    const { core, staff, send } = await setUp();
    const ids = [(await send(TAKEN)).id, (await send(REFUSED, 'account.reset')).id];
    const { results } = await execute(core, staff, resendMails, { ids });
    expect(results.map(({ outcome }) => outcome)).toEqual(['NOT_RESENDABLE', 'NOT_RESENDABLE']);
  });
});

it('X-026 the list finds mails by state, kind, merchant and address, and reads what it shows, not the table', async () => {
  const { core, merchant, staff } = await setUp();
  const at = core.now();
  const statuses = ['SENT', 'SENT', 'SENT', 'FAILED'] as const;
  for (let part = 0; part < 4; part++) {
    await core.db
      .insertInto('emailMessages')
      .values(
        Array.from({ length: 1000 }, (_, i) => ({
          kind: i % 5 === 0 ? 'alert.reminder' : 'alert.new',
          dedupKey: unique(),
          messageId: `${unique()}@example.test`,
          recipient: `filler${i % 200}@example.test`,
          merchantId: i % 100 === 0 ? merchant.id : null,
          params: '{}',
          status: statuses[i % 4] ?? 'SENT',
          createdTime: after(at, -(part * 1000 + i) * MINUTE),
        })),
      )
      .execute();
  }
  const list = (filter: object) => execute(core, staff, listMails, { ...filter, size: 20 });
  expect(
    (await list({ merchantId: merchant.id, status: 'SENT', kind: 'alert.new' })).records.every(
      (mail) => mail.merchantId === merchant.id && mail.status === 'SENT' && mail.kind === 'alert.new',
    ),
  ).toBe(true);
  expect((await list({ recipient: 'filler19@' })).total).toBe(20);
  const page = { page: 1, size: 20 };
  for (const filter of [{ status: 'QUEUED' as const }, { merchantId: merchant.id }, { recipient: 'filler19@' }]) {
    const read = await rowsRead(core.db, (db) => mailPage(db, { ...page, ...filter }));
    expect(read, JSON.stringify(filter)).toBeLessThan(600);
  }
});
