import { randomBytes } from 'node:crypto';
import { cancelExport, downloadExport, runExports, startExport } from '@forewarn/core/alert-exports';
import { execute } from '@forewarn/core/kernel/execute';
import { bytesOf } from '@forewarn/core/kernel/zip';
import { getKeyStatus, resealBatch, rotateKeys } from '@forewarn/core/keys';
import {
  buildAlert,
  buildMerchant,
  buildStaff,
  type TestCore,
  testCaller,
  testClock,
  testCore,
} from '@forewarn/core/testing';
import { createTestDatabase, type TestDatabase } from '@forewarn/db/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCipher } from '../adapters/aes-gcm/cipher.ts';

const OLD = { id: 'old', key: randomBytes(32) };
const NEW = { id: 'new', key: randomBytes(32) };
const EXPORTS = 'export_jobs.part';

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase(process.env.TEST_DATABASE_URL ?? '');
});
afterEach(() => database.drop());

async function setUp() {
  const stored = new Map<string, Buffer>();
  const files = {
    put: async (key: string, bytes: Buffer) => void stored.set(key, Buffer.from(bytes)),
    get: async (key: string) => stored.get(key),
    head: async (key: string, bytes: number) => stored.get(key)?.subarray(0, bytes),
    list: async () => [],
    remove: async (key: string) => void stored.delete(key),
  };
  const clock = testClock();
  const coreWith = (keys: (typeof OLD)[]) => testCore({ db: database.db, clock, cipher: createCipher(keys), files });
  const { actor } = await buildMerchant(database.db);
  if (actor.kind !== 'merchant') throw new Error('A merchant was built');
  await buildAlert(database.db, { merchantId: actor.merchantId });
  const admin = testCaller((await buildStaff(database.db, { roles: ['SYSTEM_ADMIN'] })).actor);
  const staff = testCaller((await buildStaff(database.db)).actor);
  const start = async (core: TestCore, caller = testCaller(actor)) =>
    (await execute(core, caller, startExport, { format: 'csv' })).id;
  const text = async (core: TestCore, id: string, caller = testCaller(actor)) =>
    (await bytesOf((await execute(core, caller, downloadExport, { id })).chunks)).toString();
  const work = async (core: TestCore) => {
    while ((await runExports(core)) > 0);
  };
  const reseal = async (core: TestCore) => {
    await execute(core, admin, rotateKeys, {});
    for (;;) {
      const pause = await resealBatch(core);
      if (pause === 0) return execute(core, admin, getKeyStatus, {});
      clock.advance(pause);
    }
  };
  const status = (core: TestCore) => execute(core, admin, getKeyStatus, {});
  return { coreWith, stored, actor, staff, start, text, work, reseal, status };
}

describe('C-157 A-371 exports that lie in the file store when keys change', () => {
  it('hold the former key back until they are sealed anew, and are fetched without it then', async () => {
    const { coreWith, start, text, work, reseal, status, staff } = await setUp();
    const before = coreWith([OLD]);
    const [mine, theirs] = [await start(before), await start(before, staff)];
    await work(before);
    const was = await text(before, mine);
    const both = coreWith([NEW, OLD]);
    const found = (await status(both)).parts.find(({ sealed }) => sealed === EXPORTS);
    expect(found).toEqual({
      sealed: EXPORTS,
      keys: [{ keyId: 'old', rows: 2, readable: true }],
      more: false,
      share: 0,
    });
    expect((await status(both)).removable).toEqual([]);
    const after = await reseal(both);
    expect(after.parts.find(({ sealed }) => sealed === EXPORTS)?.keys).toEqual([
      { keyId: 'new', rows: 2, readable: true },
    ]);
    expect(after.removable).toEqual(['old']);
    const alone = coreWith([NEW]);
    expect(await text(alone, mine)).toBe(was);
    expect(await text(alone, theirs, staff)).toContain('Merchant');
  });

  it('more parts than a batch has room for: each is met once, those of jobs that have ended are left', async () => {
    const { coreWith, stored, start, work, reseal } = await setUp();
    const before = coreWith([OLD]);
    const ids: string[] = [];
    for (let n = 0; n < 3; n++) ids.push(await start(before));
    await work(before);
    // As if each had 90 parts of several tries.
    for (const id of ids) {
      const parts = Array.from({ length: 90 }, (_, part) => 1 + (part % 2));
      for (const [part, attempt] of parts.entries())
        stored.set(
          `exports/${id}/${part}-${attempt}`,
          before.ports.cipher.seal(Buffer.from(`${id} ${part}`), `export_jobs.part.${id}.${part}`),
        );
      await database.db
        .updateTable('exportJobs')
        .set({ parts: JSON.stringify(parts) })
        .where('id', '=', id)
        .execute();
    }
    await database.db
      .updateTable('exportJobs')
      .set({ status: 'EXPIRED' })
      .where('id', '=', ids[2] ?? '')
      .execute();
    const { rotation, parts } = await reseal(coreWith([NEW, OLD]));
    expect(rotation).toMatchObject({ status: 'DONE', unreadable: 0 });
    expect(parts.find(({ sealed }) => sealed === EXPORTS)?.keys).toEqual([{ keyId: 'new', rows: 180, readable: true }]);
    const { cipher } = coreWith([NEW]).ports;
    for (const id of ids.slice(0, 2))
      for (const part of [0, 1, 89])
        expect(
          cipher
            .open(
              stored.get(`exports/${id}/${part}-${1 + (part % 2)}`) ?? Buffer.alloc(0),
              `export_jobs.part.${id}.${part}`,
            )
            .toString(),
        ).toBe(`${id} ${part}`);
  });

  it('one that is cancelled while its part is being sealed anew leaves nothing behind', async () => {
    const { coreWith, stored, actor, start, work, reseal } = await setUp();
    const before = coreWith([OLD]);
    const id = await start(before);
    await runExports(before);
    await database.db
      .updateTable('exportJobs')
      .set({ status: 'RUNNING', nextTime: null })
      .where('id', '=', id)
      .execute();
    const both = coreWith([NEW, OLD]);
    const { get } = both.ports.files;
    both.ports.files = {
      ...both.ports.files,
      get: async (key) => {
        const bytes = await get(key);
        await execute(before, testCaller(actor), cancelExport, { id }).catch(() => undefined);
        await work(before);
        return bytes;
      },
    };
    await reseal(both);
    expect([...stored.keys()]).toEqual([]);
  });
});
