import { createTestDatabase, explain, rowsRead, type TestDatabase } from '@forewarn/db/testing';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEffectLane, type EffectHandlers } from '../effects/index.ts';
import { commit } from '../kernel/commit.ts';
import { execute } from '../kernel/execute.ts';
import { after, DAY, HOUR, MINUTE, SECOND } from '../kernel/time.ts';
import { type MerchantMessage, mailQueue } from '../notifications/index.ts';
import type { ChatChannel, ChatMessage, ChatResult, ChatTarget } from '../ports/chat-channel.ts';
import {
  type BuiltMerchant,
  buildMerchant,
  queuedMails,
  type TestCore,
  testCaller,
  testClock,
  testCore,
  unique,
} from '../testing/index.ts';
import {
  addChannel,
  listChannelMessages,
  listChannels,
  removeChannel,
  sendChat,
  tellChannels,
  testChannel,
  updateChannel,
} from './index.ts';
import { REFUSALS_AT_MOST } from './model.ts';
import { messageListQuery, openChannels, purgeChannelMessages } from './store.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase(process.env.TEST_DATABASE_URL ?? '');
});
afterAll(() => database.drop());

interface World {
  core: TestCore;
  merchant: BuiltMerchant;
  said: { target: ChatTarget; message: ChatMessage; at: Date }[];
  /** What the vendor answers next; `sent` when nothing is left. */
  answers: ChatResult[];
  run(): Promise<void>;
}

async function world(): Promise<World> {
  const said: World['said'] = [];
  const answers: ChatResult[] = [];
  const clock = testClock();
  const robot: ChatChannel = {
    async send(target, message, now) {
      said.push({ target, message, at: now });
      return answers.shift() ?? { kind: 'sent', reply: '0 ok' };
    },
  };
  const channels = { WECOM: robot, DINGTALK: robot, FEISHU: robot, SLACK: robot };
  const core = testCore({ db: database.db, clock, chats: { channels, extraHosts: [] } });
  await core.db.deleteFrom('outbox').where('lane', '=', 'chat').execute();
  const unused = async () => ({ outcome: 'DONE' as const });
  const handlers = new Proxy({ 'channel.send': sendChat } as EffectHandlers, {
    get: (known, topic) => Reflect.get(known, topic) ?? unused,
  });
  const lane = createEffectLane(core, handlers, 'chat', 4);
  const run = async () => {
    while ((await lane.pump()) > 0) await lane.drained();
  };
  return { core, merchant: await buildMerchant(core.db), said, answers, run };
}

const FEISHU = 'https://open.feishu.cn/open-apis/bot/v2/hook/0a1b2c3d-4e5f';
const robot = (more: object = {}) => ({ vendor: 'FEISHU', name: '拒付群', webhook: FEISHU, secret: 'S3cret', ...more });
const as = ({ merchant }: World) => testCaller(merchant.actor, { locale: 'zh-CN' });
const add = (w: World, more: object = {}) => execute(w.core, as(w), addChannel, robot(more));
const rowOf = (id: number) =>
  database.db.selectFrom('merchantChannels').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

const message = ({ merchant }: World, more: Partial<MerchantMessage> = {}): MerchantMessage => ({
  merchantId: merchant.id,
  kind: 'alert.new',
  key: unique(),
  alertRef: null,
  cardId: null,
  urgent: false,
  facts: (locale, timeZone) => ({
    alertId: 'SBX-1',
    amount: '19.90',
    currency: 'USD',
    deadline: `2026-11-22 23:40 (${timeZone})`,
    riskLevel: locale === 'en' ? 'High' : '高',
    loginUrl: 'https://merchant.example.test/alerts/7',
  }),
  ...more,
});
const tell = ({ core }: World, ...messages: MerchantMessage[]) =>
  commit(core, async (tx, emit) => {
    for (const one of messages) await tellChannels(mailQueue(core, tx, emit), one);
  });

describe('A-239 the channels of a merchant', () => {
  it('are added, listed masked, changed and removed; address and secret lie sealed and are never shown again', async () => {
    const w = await world();
    const made = await add(w);
    expect(made).toMatchObject({
      vendor: 'FEISHU',
      webhookMasked: 'https://open.feishu.cn/…4e5f',
      hasSecret: true,
      enabled: true,
      switchedOff: false,
      lastOutcome: null,
      topics: ['ALERTS', 'REMINDERS', 'ANSWERS', 'CARDS', 'ACCOUNT'],
    });
    const row = await rowOf(made.id);
    for (const sealed of [row.webhookEnc, row.secretEnc])
      expect(sealed?.toString('latin1')).not.toMatch(/feishu|S3cret/);
    const changed = await execute(w.core, as(w), updateChannel, {
      id: made.id,
      secret: '',
      topics: ['CARDS', 'ALERTS'],
    });
    expect(changed).toMatchObject({ hasSecret: false, topics: ['ALERTS', 'CARDS'], name: '拒付群' });
    expect((await execute(w.core, as(w), listChannels, {})).records).toEqual([changed]);
    await execute(w.core, as(w), removeChannel, { id: made.id });
    expect((await execute(w.core, as(w), listChannels, {})).records).toEqual([]);
  });

  it('what is told in audit holds neither address nor secret', async () => {
    const w = await world();
    const { id } = await add(w);
    await execute(w.core, as(w), updateChannel, { id, webhook: `${FEISHU}9`, secret: 'Another' });
    const rows = await w.core.db
      .selectFrom('auditLogs')
      .select('detail')
      .where('targetType', '=', 'channel')
      .where('targetId', '=', String(id))
      .execute();
    expect(rows).toHaveLength(2);
    expect(JSON.stringify(rows)).not.toMatch(/S3cret|Another|0a1b2c3d/);
  });

  it.each([
    ['FEISHU', 'https://evil.example.com/open-apis/bot/v2/hook/0a1b2c3d'],
    ['FEISHU', 'https://open.feishu.cn.evil.example.com/open-apis/bot/v2/hook/0a1b2c3d'],
    ['FEISHU', 'http://open.feishu.cn/open-apis/bot/v2/hook/0a1b2c3d'],
    ['FEISHU', 'https://open.feishu.cn:8443/open-apis/bot/v2/hook/0a1b2c3d'],
    ['FEISHU', 'https://open.feishu.cn/open-apis/auth/v3/tenant_access_token'],
    ['WECOM', 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send'],
    ['DINGTALK', 'https://127.0.0.1/robot/send?access_token=0a1b2c3d4e'],
    ['SLACK', FEISHU],
    ['SLACK', 'nothing'],
  ])('%s: %s is no robot of that service', async (vendor, webhook) => {
    const w = await world();
    await expect(add(w, { vendor, webhook, secret: '' })).rejects.toMatchObject({
      code: 'VALIDATION_FAILED',
      details: { fields: [{ path: 'webhook' }] },
    });
  });

  it('a secret where nothing is signed is refused, in place', async () => {
    const w = await world();
    const webhook = 'https://hooks.slack.com/services/T01/B02/abcdefgh';
    await expect(add(w, { vendor: 'SLACK', webhook, secret: 'x' })).rejects.toMatchObject({
      details: { fields: [{ path: 'secret', code: 'SECRET_UNUSED' }] },
    });
    expect(await add(w, { vendor: 'SLACK', webhook, secret: '' })).toMatchObject({ vendor: 'SLACK', hasSecret: false });
  });

  it('are ten at most, and nobody else’s', async () => {
    const [w, other] = [await world(), await world()];
    const { id } = await add(w);
    for (let n = 1; n < 10; n += 1) await add(w);
    await expect(add(w)).rejects.toMatchObject({ code: 'CHANNELS_TOO_MANY' });
    const theirs = [
      () => execute(w.core, as(other), updateChannel, { id, name: 'x' }),
      () => execute(w.core, as(other), removeChannel, { id }),
      () => execute(w.core, as(other), testChannel, { id }),
      () => execute(w.core, as(other), listChannelMessages, { id }),
    ];
    for (const call of theirs) await expect(call()).rejects.toMatchObject({ code: 'CHANNEL_NOT_FOUND' });
  });
});

describe('A-239 a message to the channels', () => {
  it('goes once to each that is on and wants its topic, in the channel’s language, with deadline and link', async () => {
    const w = await world();
    await add(w, { name: 'zh' });
    await add(w, { name: 'en', locale: 'en', topics: ['ALERTS'] });
    await add(w, { name: 'cards', topics: ['CARDS'] });
    const off = await add(w, { name: 'off' });
    await execute(w.core, as(w), updateChannel, { id: off.id, enabled: false });
    const one = message(w);
    await tell(w, one);
    await tell(w, one);
    await w.run();
    expect(w.said.map(({ message: { title } }) => title).sort()).toEqual([
      'Chargeback alert: 19.90 USD, answer by 2026-11-22 23:40 (Asia/Shanghai)',
      '拒付预警：19.90 USD，请在 2026-11-22 23:40 (Asia/Shanghai) 前处理',
    ]);
    const zh = w.said.find(({ message: { title } }) => title.startsWith('拒付'));
    expect(zh).toMatchObject({
      target: { webhook: FEISHU, secret: 'S3cret' },
      message: {
        lines: ['预警ID：SBX-1', '风险等级：高', '处理截止：2026-11-22 23:40 (Asia/Shanghai)'],
        link: { label: '打开拒付预警查看', url: 'https://merchant.example.test/alerts/7' },
      },
    });
  });

  it('lies sealed until it is out and is forgotten then; its state is kept with the service’s words', async () => {
    const w = await world();
    const { id } = await add(w);
    await tell(w, message(w));
    const queued = () => w.core.db.selectFrom('channelMessages').selectAll().where('channelId', '=', id).execute();
    expect((await queued())[0]?.factsEnc?.toString('utf8')).not.toContain('SBX-1');
    await w.run();
    expect((await queued())[0]?.factsEnc).toBeNull();
    const page = await execute(w.core, as(w), listChannelMessages, { id });
    expect(page).toMatchObject({ total: 1, records: [{ status: 'SENT', attempts: 1, reply: '0 ok' }] });
    expect((await execute(w.core, as(w), listChannels, {})).records).toMatchObject([
      { lastOutcome: 'SENT', lastReply: '0 ok' },
    ]);
  });

  it('keeps the service’s rate: twenty-five at once take their turns, one attempt each beyond the waiting', async () => {
    const w = await world();
    const webhook = 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=0a1b2c3d4e5f';
    await add(w, { vendor: 'WECOM', webhook, secret: '' });
    await tell(w, ...Array.from({ length: 25 }, () => message(w)));
    for (let second = 0; second < 80; second += 1) {
      await w.run();
      w.core.clock.advance(SECOND);
    }
    expect(w.said).toHaveLength(25);
    const times = w.said.map(({ at }) => at.getTime()).sort((a, b) => a - b);
    for (let n = 20; n < times.length; n += 1)
      expect((times[n] ?? 0) - (times[n - 20] ?? 0)).toBeGreaterThanOrEqual(MINUTE);
  });

  it('waits as long as the service says when it was too fast, and so do the others', async () => {
    const w = await world();
    await add(w);
    w.answers.push({ kind: 'limited', reply: '11232', retryAfter: MINUTE });
    await tell(w, message(w));
    await w.run();
    await tell(w, message(w));
    w.core.clock.advance(30 * SECOND);
    await w.run();
    expect(w.said).toHaveLength(1);
    w.core.clock.advance(31 * SECOND);
    await w.run();
    w.core.clock.advance(SECOND);
    await w.run();
    expect(w.said).toHaveLength(3);
  });

  it('is tried again with pauses until its deadline, then given up, and said so', async () => {
    const w = await world();
    const { id } = await add(w);
    w.answers.push(...Array.from({ length: 50 }, (): ChatResult => ({ kind: 'failed', reply: '500 busy' })));
    await tell(w, message(w, { deadline: after(w.core.now(), HOUR) }));
    for (let n = 0; n < 12; n += 1) {
      await w.run();
      w.core.clock.advance(10 * MINUTE);
    }
    const { records } = await execute(w.core, as(w), listChannelMessages, { id });
    expect(records).toMatchObject([{ status: 'FAILED', reply: '500 busy' }]);
    expect(w.said.length).toBeGreaterThan(2);
    expect(w.said.every(({ at }) => at <= after(w.core.now(), -HOUR))).toBe(true);
  });

  it('after five definite refusals in a row the channel is off, the merchant told by mail, and mails go on', async () => {
    const w = await world();
    const { id } = await add(w);
    for (let n = 0; n < REFUSALS_AT_MOST + 2; n += 1) {
      w.answers.push({ kind: 'refused', reply: '19001 token invalid' });
      await tell(w, message(w));
      await w.run();
      w.core.clock.advance(MINUTE);
    }
    expect(w.said).toHaveLength(REFUSALS_AT_MOST);
    expect((await execute(w.core, as(w), listChannels, {})).records).toMatchObject([
      { enabled: false, switchedOff: true, lastReply: '19001 token invalid' },
    ]);
    const mails = await queuedMails(w.core, w.merchant.email);
    expect(mails).toMatchObject([{ kind: 'channel.off', subject: '群机器人已停用：拒付群' }]);
    expect(mails[0]?.text).toContain('19001 token invalid');
    expect(mails[0]?.text).not.toContain('0a1b2c3d');
    expect(await execute(w.core, as(w), updateChannel, { id, enabled: true })).toMatchObject({ switchedOff: false });
    expect((await rowOf(id)).failures).toBe(0);
  });

  it('one that went through in between starts the count anew', async () => {
    const w = await world();
    const { id } = await add(w);
    for (const kind of ['refused', 'refused', 'sent', 'refused', 'failed'] as const) {
      w.answers.push({ kind, reply: kind });
      await tell(w, message(w));
      await w.run();
      w.core.clock.advance(MINUTE);
    }
    expect((await rowOf(id)).failures).toBe(1);
  });

  it('queued for a channel that was removed or switched off meanwhile, it ends', async () => {
    const w = await world();
    const removed = await add(w);
    const off = await add(w);
    await tell(w, message(w));
    await execute(w.core, as(w), removeChannel, { id: removed.id });
    await execute(w.core, as(w), updateChannel, { id: off.id, enabled: false });
    await w.run();
    expect(w.said).toEqual([]);
    const states = await w.core.db
      .selectFrom('channelMessages')
      .select('status')
      .where('channelId', 'in', [removed.id, off.id])
      .execute();
    expect(states).toEqual([{ status: 'FAILED' }, { status: 'FAILED' }]);
  });
});

describe('testing a channel', () => {
  it('says now what the service answered; a refusal counts for nothing', async () => {
    const w = await world();
    const { id } = await add(w);
    w.answers.push({ kind: 'refused', reply: '19021 sign match fail' });
    const test = () => execute(w.core, as(w), testChannel, { id });
    expect(await test()).toEqual({ outcome: 'REFUSED', reply: '19021 sign match fail' });
    w.core.clock.advance(5 * SECOND);
    expect(await test()).toEqual({ outcome: 'SENT', reply: '0 ok' });
    expect(w.said.at(-1)?.message.title).toBe('拒付预警：测试消息');
    expect(await rowOf(id)).toMatchObject({ failures: 0, lastOutcome: 'SENT', enabled: 1 });
  });
});

describe('the lists stay cheap', () => {
  it('a page of messages and the channels of a batch read what they show; old messages go', async () => {
    const w = await world();
    const { id } = await add(w);
    const now = w.core.now();
    await sql`INSERT INTO channel_messages (channel_id, kind, message_key, status, created_time)
      WITH RECURSIVE few AS (SELECT 0 AS n UNION ALL SELECT n + 1 FROM few WHERE n < 99)
      SELECT ${id} + b.n % 3, 'alert.new', CONCAT(a.n, '-', b.n), 'SENT', ${after(now, -100 * DAY)} FROM few a JOIN few b`.execute(
      w.core.db,
    );
    await sql`ANALYZE TABLE channel_messages`.execute(w.core.db);
    const page = { page: 1, size: 10 };
    const [plan] = await explain(w.core.db, messageListQuery({ db: w.core.db }, id, page));
    expect(plan).toMatchObject({ key: 'k_channel_messages_list' });
    expect(plan?.Extra).not.toMatch(/filesort/);
    expect(await rowsRead(w.core.db, (db) => messageListQuery({ db }, id, page).execute())).toBeLessThan(30);
    expect(await rowsRead(w.core.db, (db) => openChannels({ db }, [w.merchant.id]))).toBeLessThan(20);
    let gone = 0;
    for (let batch = 1; batch > 0; gone += batch) batch = await purgeChannelMessages(w.core.db, after(now, -90 * DAY));
    expect(gone).toBe(10_000);
  });
});
