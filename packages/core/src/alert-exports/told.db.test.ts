import { createTestDatabase, type TestDatabase } from '@forewarn/db/testing';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listInbox, readInboxMessage } from '../inbox/index.ts';
import type { Actor } from '../kernel/actor.ts';
import { execute } from '../kernel/execute.ts';
import type { Locale } from '../kernel/locale.ts';
import { MINUTE, SECOND } from '../kernel/time.ts';
import { buildAlert, buildMerchant, buildStaff, buildUser, testCaller, testCore } from '../testing/index.ts';
import { cancelExport, listExports, repeatExport, runExports, startExport } from './index.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase(process.env.TEST_DATABASE_URL ?? '');
});
afterAll(() => database.drop());

async function setUp() {
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
  const merchant = await buildMerchant(core.db, { timeZone: 'Europe/Berlin' });
  await buildAlert(core.db, { merchantId: merchant.id, program: 'ETHOCA' });
  const as = (actor: Actor, locale: Locale = 'en') => {
    const caller = testCaller(actor, { locale });
    return {
      start: (input: object = {}) => execute(core, caller, startExport, input),
      repeat: (id: string) => execute(core, caller, repeatExport, { id }),
      cancel: (id: string) => execute(core, caller, cancelExport, { id }),
      jobs: async () => (await execute(core, caller, listExports, {})).records,
      inbox: () => execute(core, caller, listInbox, {}),
      read: (id: number) => execute(core, caller, readInboxMessage, { id }),
    };
  };
  const work = async () => {
    for (let steps = 0; steps < 50 && (await runExports(core)) > 0; steps++);
  };
  const breakStore = () => {
    core.ports.files.put = async () => {
      throw new Error('disk full');
    };
  };
  const fail = async () => {
    for (let n = 0; n < 6; n++) {
      await runExports(core);
      core.clock.advance(MINUTE);
    }
  };
  return { core, merchant, as, work, breakStore, fail, mine: as(merchant.actor) };
}

describe('A-371 whoever asked for an export is told', () => {
  it('when it is ready: how much, until when in the merchant’s zone, in the reader’s language, with the way to it', async () => {
    const { merchant, as, work, mine } = await setUp();
    const { id } = await mine.start({ format: 'xlsx' });
    expect((await mine.inbox()).records).toEqual([]);
    await work();
    const { records, unread } = await mine.inbox();
    expect(unread).toBe(1);
    expect(records).toEqual([
      expect.objectContaining({
        kind: 'export.done',
        exportId: id,
        title: 'Export ready: 1 alert (XLSX)',
        lines: ['Download it before 2026-11-29 04:00 (Europe/Berlin); the file is deleted then'],
        unread: true,
        alertRef: null,
      }),
    ]);
    const [chinese] = (await as(merchant.actor, 'zh-CN').inbox()).records;
    expect(chinese?.title).toBe('导出完成：1 条预警（XLSX）');
  });

  it('alone: a colleague neither sees, counts nor reads it; facts lie sealed', async () => {
    const { core, merchant, as, work, mine } = await setUp();
    const colleague = as((await buildUser(core.db, merchant.id, { role: 'MANAGER' })).actor);
    await mine.start();
    await work();
    const [message] = (await mine.inbox()).records;
    expect(await colleague.inbox()).toMatchObject({ total: 0, unread: 0, records: [] });
    await expect(colleague.read(message?.id ?? 0)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await mine.read(message?.id ?? 0)).toEqual({ unread: 0 });
    const { factsEnc } = await core.db
      .selectFrom('inboxMessages')
      .select('factsEnc')
      .where('merchantId', '=', merchant.id)
      .executeTakeFirstOrThrow();
    expect(factsEnc.toString('utf8')).not.toContain('XLSX');
  });

  it('once, although the worker died after the last part was stored and another finished it', async () => {
    const { core, work, mine } = await setUp();
    await mine.start();
    const stalled = Promise.withResolvers<void>();
    const { put } = core.ports.files;
    core.ports.files.put = async (key, bytes) => {
      core.ports.files.put = put;
      await put(key, bytes);
      await stalled.promise;
    };
    const late = runExports(core);
    await expect.poll(() => core.ports.files.put === put).toBe(true);
    core.clock.advance(61 * SECOND);
    await work();
    expect((await mine.inbox()).total).toBe(1);
    // The first one comes back to life and thinks that it has finished the job.
    stalled.resolve();
    await late;
    await work();
    expect(await mine.inbox()).toMatchObject({ total: 1, unread: 1 });
  });

  it('not at all while the end can’t be committed: job and message come together', async () => {
    const { core, work, mine } = await setUp();
    await mine.start();
    await sql`ALTER TABLE inbox_messages RENAME COLUMN user_id TO user_gone`.execute(core.db);
    await runExports(core);
    expect((await mine.jobs())[0]?.status).toBe('RUNNING');
    await sql`ALTER TABLE inbox_messages RENAME COLUMN user_gone TO user_id`.execute(core.db);
    core.clock.advance(MINUTE);
    await work();
    expect((await mine.jobs())[0]?.status).toBe('DONE');
    expect((await mine.inbox()).total).toBe(1);
  });

  it('when it failed, in words, once; what runs, is cancelled or is staff’s says nothing', async () => {
    const { core, as, mine, work, breakStore, fail } = await setUp();
    const staff = as((await buildStaff(core.db)).actor);
    await staff.start();
    const { id: cancelled } = await mine.start();
    await mine.cancel(cancelled);
    await work();
    expect((await mine.inbox()).total).toBe(0);
    breakStore();
    const { id } = await mine.start({ format: 'csv' });
    await fail();
    expect((await mine.inbox()).records).toEqual([
      expect.objectContaining({
        kind: 'export.failed',
        exportId: id,
        title: 'Export failed (CSV)',
        lines: [
          'It was tried several times and made no file',
          'Start it again with the same filters from the list of exports',
        ],
      }),
    ]);
    await fail();
    expect((await mine.inbox()).total).toBe(1);
  });
});

describe('A-371 an export again', () => {
  it('has the filters, format and zone of the one that failed, is audited with them (A-219), and tells of itself', async () => {
    const { core, mine, work, breakStore, fail } = await setUp();
    const { put } = core.ports.files;
    breakStore();
    const first = await mine.start({ format: 'csv', timeZone: 'Asia/Tokyo', program: 'ETHOCA' });
    await expect(mine.repeat(first.id)).rejects.toMatchObject({ code: 'EXPORT_STATE' });
    await fail();
    core.ports.files.put = put;
    const again = await mine.repeat(first.id);
    await work();
    expect((await mine.jobs()).map(({ id, status }) => [id, status])).toEqual([
      [again.id, 'DONE'],
      [first.id, 'FAILED'],
    ]);
    await expect(mine.repeat(again.id)).rejects.toMatchObject({ code: 'EXPORT_STATE' });
    const rows = await core.db
      .selectFrom('exportJobs')
      .select(['filter', 'format', 'timeZone'])
      .where('id', 'in', [first.id, again.id])
      .execute();
    expect(rows[0]).toEqual(rows[1]);
    const { detail } = await core.db
      .selectFrom('auditLogs')
      .select('detail')
      .where('targetId', '=', again.id)
      .executeTakeFirstOrThrow();
    expect(typeof detail === 'string' ? JSON.parse(detail) : detail).toMatchObject({
      again: first.id,
      filter: { program: 'ETHOCA' },
    });
    expect((await mine.inbox()).records.map(({ kind }) => kind)).toEqual(['export.done', 'export.failed']);
  });

  it('takes one of the three places like any other, and is nobody else’s to start', async () => {
    const { core, mine, merchant, as } = await setUp();
    const { id } = await mine.start();
    await mine.cancel(id);
    const colleague = as((await buildUser(core.db, merchant.id, { role: 'MANAGER' })).actor);
    await expect(colleague.repeat(id)).rejects.toMatchObject({ code: 'EXPORT_NOT_FOUND' });
    for (let n = 0; n < 3; n++) await mine.repeat(id);
    await expect(mine.repeat(id)).rejects.toMatchObject({ code: 'EXPORTS_RUNNING' });
  });
});
