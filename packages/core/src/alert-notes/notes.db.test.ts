import { createTestDatabase, explain, type TestDatabase } from '@forewarn/db/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { handOverAlert } from '../alerts/index.ts';
import { listInbox } from '../inbox/index.ts';
import { execute } from '../kernel/execute.ts';
import type { Operation } from '../kernel/operation.ts';
import {
  buildAlert,
  buildMerchant,
  buildStaff,
  buildUser,
  queuedMails,
  type TestCore,
  testCaller,
  testCore,
} from '../testing/index.ts';
import { addNote, listNotes, removeNote } from './index.ts';
import { notesQuery } from './store.ts';

let database: TestDatabase;
let core: TestCore;
beforeAll(async () => {
  database = await createTestDatabase(process.env.TEST_DATABASE_URL ?? '');
  core = testCore({ db: database.db });
});
afterAll(() => database.drop());

async function office() {
  const merchant = await buildMerchant(core.db);
  const alert = await buildAlert(core.db, { merchantId: merchant.id, amount: '1200.0000', currency: 'JPY' });
  const li = await buildUser(core.db, merchant.id, { name: '李敏', locale: 'zh-CN' });
  const anna = await buildUser(core.db, merchant.id, { name: 'Anna', locale: 'en' });
  return { merchant, alert, li, anna };
}
type User = Awaited<ReturnType<typeof buildUser>>;
const as = (user: Pick<User, 'actor'>) => testCaller(user.actor);
const add = (user: User, id: number, text: string, mentions: number[] = []) =>
  execute(core, as(user), addNote, { id, text, mentions });

describe('notes about an alert', () => {
  it('are read by the whole company, oldest first; only the writer takes one back', async () => {
    const { alert, li, anna } = await office();
    await add(li, alert.id, ' 已联系客户 ');
    const { notes, people } = await add(anna, alert.id, 'Refunded on Monday.');
    expect(notes.map(({ text, author, mine }) => [text, author, mine])).toEqual([
      ['已联系客户', '李敏', false],
      ['Refunded on Monday.', 'Anna', true],
    ]);
    expect(people.filter(({ me }) => me).map(({ name }) => name)).toEqual(['Anna']);
    const [first, second] = notes.map(({ id }) => id);
    await expect(execute(core, as(anna), removeNote, { id: alert.id, noteId: first ?? 0 })).rejects.toMatchObject({
      code: 'NOTE_OF_OTHER',
    });
    for (let time = 0; time < 2; time++) {
      const left = await execute(core, as(anna), removeNote, { id: alert.id, noteId: second ?? 0 });
      expect(left.notes.map(({ text }) => text)).toEqual(['已联系客户']);
    }
  });

  it('lie sealed in the database', async () => {
    const { alert, li } = await office();
    await add(li, alert.id, 'the customer’s phone is 13800138000');
    const row = await core.db
      .selectFrom('alertNotes')
      .selectAll()
      .where('alertRef', '=', alert.id)
      .executeTakeFirstOrThrow();
    expect(row.textEnc.toString('latin1')).not.toContain('13800138000');
  });

  it('tell whom they mention by mail in that person’s language and in that person’s inbox, once', async () => {
    const { merchant, alert, li, anna } = await office();
    const { notes } = await add(li, alert.id, 'Please <check>', [anna.id, anna.id, li.id]);
    expect(notes[0]?.mentions).toEqual(['Anna', '李敏']);
    const mails = await queuedMails(core, anna.email);
    expect(mails.map(({ subject }) => subject)).toEqual([`李敏 mentioned you in a note on alert ${alert.alertId}`]);
    expect(mails[0]?.html).toContain('Please &lt;check&gt;');
    expect(mails[0]?.text).toContain('1200 JPY');
    expect(await queuedMails(core, li.email)).toEqual([]);
    const inboxOf = async (user: User) => execute(core, as(user), listInbox, { page: 1, size: 10 });
    const hers = await inboxOf(anna);
    expect([hers.unread, hers.records[0]?.title, hers.records[0]?.alertRef]).toEqual([
      1,
      '李敏 mentioned Anna in a note',
      alert.id,
    ]);
    expect((await inboxOf(li)).unread).toBe(0);
    const owner = await buildUser(core.db, merchant.id, { role: 'MANAGER' });
    expect((await inboxOf(owner)).records).toHaveLength(1);
  });

  it('mention nobody who is of another company or can’t sign in', async () => {
    const { merchant, alert, li } = await office();
    const left = await buildUser(core.db, merchant.id, { status: 'DISABLED' });
    const stranger = (await office()).anna;
    for (const { id } of [left, stranger]) {
      await expect(add(li, alert.id, 'hello', [id])).rejects.toMatchObject({ code: 'COLLEAGUE_NOT_FOUND' });
    }
    expect((await execute(core, as(li), listNotes, { id: alert.id })).notes).toEqual([]);
  });

  it('are neither another merchant’s nor the operator’s to read or write', async () => {
    const { alert, li } = await office();
    await add(li, alert.id, 'for us alone');
    const stranger = (await office()).li;
    const staff = await buildStaff(core.db, { roles: ['SYSTEM_ADMIN'] });
    const calls: [Operation, Record<string, unknown>][] = [
      [listNotes as Operation, { id: alert.id }],
      [addNote as Operation, { id: alert.id, text: 'x' }],
      [removeNote as Operation, { id: alert.id, noteId: 1 }],
    ];
    for (const [operation, input] of calls) {
      await expect(execute(core, as(stranger), operation, input)).rejects.toMatchObject({ code: 'ALERT_NOT_FOUND' });
      await expect(execute(core, testCaller(staff.actor), operation, input)).rejects.toMatchObject({
        code: 'FORBIDDEN',
      });
    }
    const viewer = await buildUser(core.db, li.actor.merchantId, { role: 'VIEWER' });
    expect((await execute(core, as(viewer), listNotes, { id: alert.id })).notes).toHaveLength(1);
    await expect(add(viewer, alert.id, 'x')).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('a note that is empty or too long is refused in words', async () => {
    const { alert, li } = await office();
    for (const text of ['  ', 'x'.repeat(2001)])
      await expect(add(li, alert.id, text)).rejects.toMatchObject({ code: 'VALIDATION_FAILED' });
  });

  it('come down their index', async () => {
    const plan = await explain(core.db, notesQuery(core.db, { alertRef: 1, merchantId: 1 }, 200));
    expect(plan.map(({ key, type }) => [key, type])).toEqual([['k_notes_alert', 'ref']]);
    expect(JSON.stringify(plan)).not.toContain('filesort');
  });
});

describe('who is in charge of an alert', () => {
  const hand = (user: User, id: number, userId: number | null) =>
    execute(core, as(user), handOverAlert, { id, userId });

  it('A-122 is set by a colleague, told by mail and in the inbox, and stands in the history with both names', async () => {
    const { alert, li, anna } = await office();
    const handed = await hand(li, alert.id, anna.id);
    expect(handed.assignedTo).toEqual({ id: anna.id, name: 'Anna' });
    const [event] = handed.timeline.filter(({ kind }) => kind === 'HANDED_OVER');
    expect([event?.actorName, event?.data.to]).toEqual(['李敏', 'Anna']);
    expect((await queuedMails(core, anna.email)).map(({ subject }) => subject)).toEqual([
      `李敏 handed you alert ${alert.alertId}`,
    ]);
    await hand(li, alert.id, anna.id);
    expect(await queuedMails(core, anna.email)).toHaveLength(1);
    expect((await hand(anna, alert.id, null)).assignedTo).toBeNull();
    await hand(li, alert.id, anna.id);
    expect(await queuedMails(core, anna.email)).toHaveLength(2);
  });

  it('who takes an alert needs no mail about it', async () => {
    const { alert, li } = await office();
    expect((await hand(li, alert.id, li.id)).assignedTo?.name).toBe('李敏');
    expect(await queuedMails(core, li.email)).toEqual([]);
  });

  it('is one of the merchant’s own people who can sign in', async () => {
    const { merchant, alert, li } = await office();
    const stranger = (await office()).anna;
    const left = await buildUser(core.db, merchant.id, { status: 'DISABLED' });
    for (const { id } of [stranger, left])
      await expect(hand(li, alert.id, id)).rejects.toMatchObject({ code: 'COLLEAGUE_NOT_FOUND' });
    await expect(hand(stranger, alert.id, stranger.id)).rejects.toMatchObject({ code: 'ALERT_NOT_FOUND' });
  });
});
