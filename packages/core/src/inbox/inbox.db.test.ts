import { createTestDatabase, explain, rowsRead, type TestDatabase } from '@forewarn/db/testing';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { alertPulse } from '../alerts/index.ts';
import type { Actor } from '../kernel/actor.ts';
import { commit } from '../kernel/commit.ts';
import { execute } from '../kernel/execute.ts';
import type { Locale } from '../kernel/locale.ts';
import { after, DAY } from '../kernel/time.ts';
import { type MerchantMessage, mailQueue } from '../notifications/index.ts';
import {
  type BuiltMerchant,
  buildMerchant,
  buildUser,
  type TestCore,
  testCaller,
  testCore,
  unique,
} from '../testing/index.ts';
import { listInbox, purgeInbox, readInbox, readInboxMessage, tellInbox, tellInboxAll } from './index.ts';
import { inboxQuery, inboxSizeQuery, unreadQuery } from './store.ts';

let database: TestDatabase;
let core: TestCore;
beforeAll(async () => {
  database = await createTestDatabase(process.env.TEST_DATABASE_URL ?? '');
  core = testCore({ db: database.db });
});
afterAll(() => database.drop());

const message = (merchantId: number, more: Partial<MerchantMessage> = {}): MerchantMessage => ({
  merchantId,
  kind: 'alert.new',
  key: unique(),
  alertRef: 7,
  cardId: null,
  urgent: true,
  facts: (locale, timeZone) => ({
    alertId: 'SBX-SECRET',
    amount: '19.90',
    currency: 'USD',
    riskLevel: locale === 'en' ? 'High' : '高',
    deadline: `2026-11-22 23:40 (${timeZone})`,
  }),
  ...more,
});
const tell = (...messages: MerchantMessage[]) =>
  commit(core, (tx, emit) => tellInboxAll(mailQueue(core, tx, emit), messages));
const list = (actor: Actor, input: object = {}, locale: Locale = 'zh-CN') =>
  execute(core, testCaller(actor, { locale }), listInbox, input);
const unreadOf = async (actor: Actor) => (await execute(core, testCaller(actor), alertPulse, {})).unread;

describe('the inbox in the app', () => {
  it('shows what the merchant was told, in the reader’s language, unread for each of its people apart', async () => {
    const { id, actor } = await buildMerchant(core.db, { timeZone: 'Europe/Berlin' });
    const { actor: colleague } = await buildUser(core.db, id, { role: 'VIEWER' });
    await tell(message(id));
    expect(await list(actor)).toMatchObject({
      total: 1,
      unread: 1,
      records: [
        {
          title: '拒付预警：19.90 USD，请在 2026-11-22 23:40 (Europe/Berlin) 前处理',
          lines: ['预警ID：SBX-SECRET', '风险等级：高', '处理截止：2026-11-22 23:40 (Europe/Berlin)'],
          urgent: true,
          unread: true,
          alertRef: 7,
        },
      ],
    });
    const { records } = await list(colleague, {}, 'en');
    expect(records[0]).toMatchObject({ title: expect.stringMatching(/^Chargeback alert: 19.90 USD/), unread: true });

    const read = await execute(core, testCaller(colleague), readInboxMessage, { id: records[0]?.id });
    expect(read).toEqual({ unread: 0 });
    expect([await unreadOf(actor), await unreadOf(colleague)]).toEqual([1, 0]);
    expect((await list(colleague)).records[0]?.unread).toBe(false);
    expect((await list(colleague, { unread: true })).records).toEqual([]);
    expect((await list(actor, { unread: true })).records).toHaveLength(1);
  });

  it('the same message again is the same message, read or not', async () => {
    const { id, actor } = await buildMerchant(core.db);
    const [first, second] = [message(id), message(id)];
    await tell(first);
    await execute(core, testCaller(actor), readInbox, {});
    await commit(core, (tx, emit) => tellInbox(mailQueue(core, tx, emit), first));
    expect(await unreadOf(actor)).toBe(0);
    await tell(first, second);
    expect(await list(actor)).toMatchObject({ total: 2, unread: 1 });
  });

  it('all read means all the reader has seen: what came meanwhile stays unread', async () => {
    const { id, actor } = await buildMerchant(core.db);
    await tell(message(id), message(id));
    const [newest] = (await list(actor)).records;
    await tell(message(id));
    expect(await execute(core, testCaller(actor), readInbox, { upTo: newest?.id })).toEqual({ unread: 1 });
    expect(await execute(core, testCaller(actor), readInbox, {})).toEqual({ unread: 0 });
  });

  it('is nobody else’s, and a suspended merchant may still read', async () => {
    const [mine, other] = [await buildMerchant(core.db), await buildMerchant(core.db)];
    await tell(message(mine.id));
    const [row] = (await list(mine.actor)).records;
    expect((await list(other.actor)).total).toBe(0);
    await expect(execute(core, testCaller(other.actor), readInboxMessage, { id: row?.id })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    const suspended = { ...mine.actor, merchantStatus: 'SUSPENDED' as const };
    expect(await execute(core, testCaller(suspended), readInboxMessage, { id: row?.id })).toEqual({ unread: 0 });
  });

  it('facts lie sealed', async () => {
    const { id } = await buildMerchant(core.db);
    await tell(message(id));
    const row = await core.db
      .selectFrom('inboxMessages')
      .select('factsEnc')
      .where('merchantId', '=', id)
      .executeTakeFirstOrThrow();
    expect(row.factsEnc.toString('utf8')).not.toContain('SBX-SECRET');
  });

  it('a batch for many merchants costs four statements, whatever its size', async () => {
    const merchants: BuiltMerchant[] = [];
    for (let n = 0; n < 5; n += 1) merchants.push(await buildMerchant(core.db));
    await tell(...Array.from({ length: 50 }, (_, n) => message(merchants[n % 5]?.id ?? 0)));
    for (const { actor } of merchants) expect(await list(actor)).toMatchObject({ total: 10, unread: 10 });
  });
});

describe('the inbox stays cheap', () => {
  it('bell and list are served by an index and read little; after 90 days a message goes', async () => {
    const { id, userId, actor } = await buildMerchant(core.db);
    const old = after(core.now(), -91 * DAY);
    await sql`INSERT INTO inbox_messages (merchant_id, kind, message_key, facts_enc, created_time)
      WITH RECURSIVE few AS (SELECT 0 AS n UNION ALL SELECT n + 1 FROM few WHERE n < 99)
      SELECT IF(b.n % 2, ${id}, ${id} + 100000), 'alert.new', CONCAT('x', a.n, '-', b.n), '', ${old} FROM few a JOIN few b`.execute(
      core.db,
    );
    await sql`INSERT INTO inbox_unread (user_id, message_id) SELECT ${userId}, id FROM inbox_messages WHERE merchant_id = ${id}`.execute(
      core.db,
    );
    await sql`ANALYZE TABLE inbox_messages, inbox_unread`.execute(core.db);
    expect(await unreadOf(actor)).toBe(100);
    const reader = { merchantId: id, userId };
    for (const unread of [undefined, true]) {
      const input = { page: 1, size: 20, unread };
      const plan = await explain(core.db, inboxQuery({ db: core.db }, reader, input));
      expect(plan.map(({ type }) => type)).not.toContain('ALL');
      expect(await rowsRead(core.db, (db) => inboxQuery({ db }, reader, input).execute())).toBeLessThan(100);
    }
    expect(await rowsRead(core.db, (db) => unreadQuery({ db }, userId).execute())).toBeLessThan(250);
    // Whose alone a message is stands in the index: counting opens no row.
    const sizes = await explain(core.db, inboxSizeQuery({ db: core.db }, reader, 1000));
    expect(sizes.find(({ table }) => table === 'm')).toMatchObject({ key: 'k_inbox_list', type: 'ref' });
    expect(sizes.find(({ table }) => table === 'm')?.Extra).toContain('Using index');

    let gone = 0;
    for (let batch = 1; batch > 0; gone += batch) batch = await purgeInbox(core);
    expect(gone).toBe(10_000);
    expect(await unreadOf(actor)).toBe(0);
  });
});
