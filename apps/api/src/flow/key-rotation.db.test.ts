import { randomBytes } from 'node:crypto';
import { execute } from '@forewarn/core/kernel/execute';
import { getKeyStatus, PARTS, resealBatch, rotateKeys } from '@forewarn/core/keys';
import { listCredentials, updateCredential } from '@forewarn/core/platform';
import {
  buildStaff,
  type TestClock,
  type TestCore,
  testCaller,
  testClock,
  testCore,
  unique,
} from '@forewarn/core/testing';
import { createTestDatabase, type TestDatabase } from '@forewarn/db/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCipher } from '../adapters/aes-gcm/cipher.ts';

const OLD = { id: 'old', key: randomBytes(32) };
const NEW = { id: 'new', key: randomBytes(32) };

let database: TestDatabase;
let clock: TestClock;
beforeEach(async () => {
  clock = testClock();
  database = await createTestDatabase(process.env.TEST_DATABASE_URL ?? '');
});
afterEach(() => database.drop());

const coreWith = (keys: (typeof OLD)[]): TestCore => testCore({ db: database.db, clock, cipher: createCipher(keys) });

/** Batches until nothing is due, as a worker does, in the clock's time. */
async function reseal(core: TestCore): Promise<number> {
  for (let batches = 0; ; batches++) {
    const pause = await resealBatch(core);
    if (pause === 0) return batches;
    core.clock.advance(pause);
  }
}

async function setUp() {
  const { actor } = await buildStaff(database.db, { roles: ['SYSTEM_ADMIN'] });
  const caller = () => testCaller(actor);
  const enter = (core: TestCore, kind = 'WEBHOOK_SECRET', value = unique()) =>
    execute(core, caller(), updateCredential, { kind, value });
  const status = (core: TestCore) => execute(core, caller(), getKeyStatus, {});
  const rotate = (core: TestCore) => execute(core, caller(), rotateKeys, {});
  const values = () => database.db.selectFrom('providerCredentials').select(['id', 'keyId', 'valueEnc']).execute();
  return { caller, enter, status, rotate, values };
}

describe('C-157 re-sealing', () => {
  it('leaves nothing under the former key, says so, and everything opens without it', async () => {
    const { enter, status, rotate, values, caller } = await setUp();
    const before = coreWith([OLD]);
    for (let n = 0; n < 120; n++) await enter(before);
    expect(await status(before)).toMatchObject({ sealing: 'old', removable: [], rotation: null });

    const core = coreWith([NEW, OLD]);
    expect((await status(core)).parts.find(({ sealed }) => sealed.startsWith('provider_credentials'))).toEqual({
      sealed: 'provider_credentials.value_enc',
      keys: [{ keyId: 'old', rows: 120, readable: true }],
      more: false,
      share: 0,
    });
    expect(await rotate(core)).toMatchObject({ targetKey: 'new', status: 'RUNNING', pass: 1, resealed: 0 });
    clock.advance(await resealBatch(core));
    expect(await status(core)).toMatchObject({ rotation: { status: 'RUNNING', resealed: 50 }, removable: [] });
    await reseal(core);
    const after = await status(core);
    expect(after).toMatchObject({
      rotation: { status: 'DONE', share: 1, resealed: 120, unreadable: 0, pass: 2 },
      removable: ['old'],
    });
    expect(after.parts.flatMap(({ keys }) => keys.map(({ keyId }) => keyId))).toEqual(['new']);
    const alone = createCipher([NEW]);
    for (const { keyId, valueEnc } of await values())
      expect(alone.open(valueEnc, `provider_credentials.value.${keyId}`).length).toBeGreaterThan(5);
    expect((await execute(coreWith([NEW]), caller(), listCredentials, {})).records).toHaveLength(120);
  });

  it('asked for twice is one run; with nothing to do it ends at once', async () => {
    const { status, rotate } = await setUp();
    const core = coreWith([NEW, OLD]);
    const { id } = await rotate(core);
    expect((await rotate(core)).id).toBe(id);
    expect(await reseal(core)).toBeLessThan(2 * PARTS.length);
    expect(await status(core)).toMatchObject({ rotation: { id, status: 'DONE', resealed: 0, pass: 1 } });
    expect((await rotate(core)).id).not.toBe(id);
  });

  it('never overwrites what was written between its reading and its writing', async () => {
    const { enter, rotate, status, values } = await setUp();
    await enter(coreWith([OLD]));
    const cipher = createCipher([NEW, OLD]);
    const [row] = await values();
    const place = `provider_credentials.value.${row?.keyId}`;
    const valueEnc = cipher.seal('meanwhile', place);
    const { promise: read, resolve: hasRead } = Promise.withResolvers<void>();
    const { promise: writing, resolve: begun } = Promise.withResolvers<void>();
    const seal: typeof cipher.seal = (plain, at) => {
      if (at === place) hasRead();
      return cipher.seal(plain, at);
    };
    const core = testCore({ db: database.db, clock, cipher: { ...cipher, seal } });
    await rotate(core);
    const writer = database.db.transaction().execute(async (tx) => {
      await tx.updateTable('providerCredentials').set({ valueEnc }).execute();
      begun();
      await read;
    });
    await writing;
    await Promise.all([writer, reseal(core)]);
    expect(cipher.open((await values())[0]?.valueEnc ?? Buffer.alloc(0), place).toString()).toBe('meanwhile');
    expect(await status(core)).toMatchObject({ rotation: { status: 'DONE', pass: 2, resealed: 0 } });
  });

  it('is done only after a pass that found nothing: a process with the former key in front is caught up with', async () => {
    const { enter, status, rotate } = await setUp();
    const [before, core] = [coreWith([OLD]), coreWith([NEW, OLD])];
    await enter(before);
    await rotate(core);
    core.clock.advance(await resealBatch(core));
    await enter(before, 'SIGN_KEY');
    await reseal(core);
    expect(await status(core)).toMatchObject({ rotation: { status: 'DONE', resealed: 2 }, removable: ['old'] });
  });

  it('counts and logs what doesn’t open, and goes on', async () => {
    const { enter, status, rotate } = await setUp();
    await enter(coreWith([OLD]));
    await enter(coreWith([{ id: 'lost', key: randomBytes(32) }]), 'SIGN_KEY');
    const core = coreWith([NEW, OLD]);
    await rotate(core);
    await reseal(core);
    expect(await status(core)).toMatchObject({ rotation: { status: 'DONE', resealed: 1, unreadable: 1 } });
    expect((await status(coreWith([NEW]))).parts.flatMap(({ keys }) => keys)).toContainEqual({
      keyId: 'lost',
      rows: 1,
      readable: false,
    });
    expect(core.logs).toContainEqual(
      expect.objectContaining({ level: 'error', message: 'a sealed value does not open' }),
    );
  });

  it('is left alone by a worker that doesn’t seal with the run’s key, which says so once', async () => {
    const { enter, rotate } = await setUp();
    await enter(coreWith([OLD]));
    await rotate(coreWith([NEW, OLD]));
    const stale = coreWith([OLD, NEW]);
    expect([await resealBatch(stale), await resealBatch(stale)]).toEqual([0, 0]);
    expect(stale.logs.filter(({ level }) => level === 'warn')).toHaveLength(1);
  });

  it('is the system admin’s alone', async () => {
    const core = coreWith([NEW]);
    const { actor } = await buildStaff(database.db);
    const forbidden = { code: 'FORBIDDEN' };
    await expect(execute(core, testCaller(actor), getKeyStatus, {})).rejects.toMatchObject(forbidden);
    await expect(execute(core, testCaller(actor), rotateKeys, {})).rejects.toMatchObject(forbidden);
  });
});
