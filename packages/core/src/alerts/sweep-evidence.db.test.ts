import { createTestDatabase, rowsRead, type TestDatabase } from '@forewarn/db/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { execute } from '../kernel/execute.ts';
import { DAY, HOUR } from '../kernel/time.ts';
import { pdf } from '../testing/evidence-files.ts';
import { buildAlert, buildMerchant, testCaller, testClock, testCore } from '../testing/index.ts';
import {
  correctAnswer,
  getAlert,
  getEvidence,
  processAlert,
  sweepKeptEvidence,
  sweepOrphanFiles,
  sweepUnusedEvidence,
  uploadEvidence,
} from './index.ts';
import { evidenceAtItsEndQuery, unusedEvidenceQuery } from './sweep-store.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase(process.env.TEST_DATABASE_URL ?? '');
});
afterAll(() => database.drop());

async function setUp() {
  const core = testCore({ db: database.db, clock: testClock() });
  const { actor, id: merchantId } = await buildMerchant(core.db);
  const alert = await buildAlert(core.db, { merchantId, alertTime: core.now() });
  const upload = (salt: string) =>
    execute(core, testCaller(actor), uploadEvidence, { id: alert.id, fileName: 'a.pdf', bytes: pdf(salt) });
  const rows = () =>
    core.db.selectFrom('alertEvidence').selectAll().where('alertRef', '=', alert.id).orderBy('id').execute();
  const stored = async () => {
    const all = await Promise.all((await rows()).map(({ storageKey }) => core.ports.files.get(storageKey)));
    return all.filter((bytes) => bytes !== undefined).length;
  };
  return { core, actor, alert, upload, rows, stored };
}

/** The hour in which that folder has its turn, long after anything in these tests was written. */
function turnOf(key: string, now: Date): number {
  const wanted = Number.parseInt(key.split('/')[1] ?? '', 16);
  const from = Math.floor(now.getTime() / HOUR);
  return ((wanted - (from % 256) + 256) % 256) * HOUR;
}

describe('A-368 evidence that no answer used', () => {
  it('goes 30 days after the deadline, with its file, and not before; what an answer used stays', async () => {
    const { core, actor, alert, upload, rows, stored } = await setUp();
    const used = await upload('used');
    const unused = await upload('unused');
    const second = (await rows()).find(({ id }) => id === unused.id);
    await execute(core, testCaller(actor), processAlert, {
      id: alert.id,
      action: 'DISPUTE',
      reason: 'delivered',
      evidence: [used.id],
    });
    core.clock.advance(DAY + 30 * DAY);
    expect(await sweepUnusedEvidence(core)).toBe(0);
    core.clock.advance(1);
    expect(await sweepUnusedEvidence(core)).toBe(1);
    expect((await rows()).map(({ id }) => id)).toEqual([used.id]);
    expect(await stored()).toBe(1);
    expect(await core.ports.files.get(second?.storageKey ?? '')).toBeUndefined();
    expect(await sweepUnusedEvidence(core)).toBe(0);
  });

  it('the operator’s own number of days counts', async () => {
    const { core, upload } = await setUp();
    await upload('a');
    core.clock.advance(DAY + 7 * DAY + 1);
    expect(await sweepUnusedEvidence(core)).toBe(0);
    expect(await sweepUnusedEvidence(core, 7)).toBe(1);
  });

  it('many are taken in batches', async () => {
    const { core, upload } = await setUp();
    const { id } = await upload('model');
    const model = await core.db.selectFrom('alertEvidence').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
    const copies = Array.from({ length: 120 }, (_, index) => ({
      ...model,
      id: crypto.randomUUID(),
      storageKey: `evidence/00/${crypto.randomUUID()}`,
      sha256: Buffer.alloc(32, index),
    }));
    await core.db.insertInto('alertEvidence').values(copies).execute();
    core.clock.advance(40 * DAY);
    expect([await sweepUnusedEvidence(core), await sweepUnusedEvidence(core)]).toEqual([100, 21]);
  });

  it('is found along an index', async () => {
    const { core } = await setUp();
    const plan = await unusedEvidenceQuery(core.db, core.now(), 100).explain();
    expect(JSON.stringify(plan)).toContain('k_evidence_feedback');
  });
});

/** With a leap year's day. */
const TWO_YEARS = 731 * DAY;

describe('A-368 evidence that an answer was given with', () => {
  async function answered() {
    const world = await setUp();
    const { core, actor, alert, upload, rows } = world;
    // A sweep is of everybody's files; those of the other tests are done with.
    await core.db.updateTable('alertEvidence').set({ removedTime: core.now(), removedMonths: 24 }).execute();
    const { id } = await upload('proof');
    const dispute = { id: alert.id, action: 'DISPUTE', reason: 'delivered', evidence: [id] };
    await execute(core, testCaller(actor), processAlert, dispute);
    const [row] = await rows();
    if (!row) throw new Error('no row');
    const view = () => execute(core, testCaller(actor), getAlert, { id: alert.id });
    return { ...world, evidenceId: id, row, view, dispute };
  }

  it('goes 24 months after the answer and not before; what it was, by whom and when stays, and is said', async () => {
    const { core, actor, alert, evidenceId, row, rows, stored, view } = await answered();
    core.clock.advance(TWO_YEARS - DAY);
    expect(await sweepKeptEvidence(core)).toBe(0);
    expect((await view()).evidenceFiles).toMatchObject([{ id: evidenceId, answered: true, removed: null }]);
    core.clock.advance(2 * DAY);
    const now = core.now();
    expect(await sweepKeptEvidence(core)).toBe(1);
    expect(await stored()).toBe(0);
    expect(await rows()).toEqual([{ ...row, removedTime: now, removedMonths: 24 }]);
    expect((await view()).evidenceFiles).toMatchObject([
      { fileName: 'a.pdf', size: row.size, removed: { time: now.toISOString(), months: 24 } },
    ]);
    const read = execute(core, testCaller(actor), getEvidence, { id: alert.id, evidenceId });
    await expect(read).rejects.toMatchObject({ code: 'EVIDENCE_EXPIRED' });
    const audit = await core.db
      .selectFrom('auditLogs')
      .selectAll()
      .where('action', '=', 'alerts.retireEvidence')
      .where('targetId', '=', String(alert.id))
      .execute();
    expect(audit).toMatchObject([{ actorKind: 'system', actorName: 'retention', result: 'OK' }]);
    expect(JSON.parse(audit[0]?.detail ?? '')).toMatchObject({ evidenceId, months: 24 });
  });

  it('is safe to repeat, by several at a time, and counts by the operator’s own months', async () => {
    const { core, rows, stored } = await answered();
    core.clock.advance(190 * DAY);
    expect(await sweepKeptEvidence(core)).toBe(0);
    const counts = await Promise.all([sweepKeptEvidence(core, 6), sweepKeptEvidence(core, 6)]);
    expect(counts.reduce((a, b) => a + b)).toBe(1);
    expect(await sweepKeptEvidence(core, 6)).toBe(0);
    expect([await stored(), (await rows())[0]?.removedMonths]).toEqual([0, 6]);
  });

  it('a file the store didn’t let go is found again with those of no row', async () => {
    const { core, row } = await answered();
    const { files } = core.ports;
    core.clock.advance(TWO_YEARS + DAY);
    const stuck = {
      ...core,
      ports: { ...core.ports, files: { ...files, remove: () => Promise.reject(new Error('no')) } },
    };
    expect(await sweepKeptEvidence(stuck)).toBe(1);
    expect(await files.get(row.storageKey)).toBeDefined();
    core.clock.advance(turnOf(row.storageKey, core.now()));
    expect(await sweepOrphanFiles(core)).toBe(1);
    expect(await files.get(row.storageKey)).toBeUndefined();
  });

  it('a correction that takes it along begins its term anew; one that comes after its end is told', async () => {
    const { core, actor, alert, row, dispute, stored } = await answered();
    core.clock.advance(TWO_YEARS - DAY);
    await execute(core, testCaller(actor), correctAnswer, { ...dispute, reason: 'delivered and signed for' });
    core.clock.advance(2 * DAY);
    expect([await sweepKeptEvidence(core), await stored()]).toEqual([0, 1]);
    core.clock.advance(TWO_YEARS);
    expect(await sweepKeptEvidence(core)).toBe(1);
    const again = execute(core, testCaller(actor), correctAnswer, dispute);
    await expect(again).rejects.toMatchObject({ code: 'VALIDATION_FAILED' });
    const same = execute(core, testCaller(actor), uploadEvidence, {
      id: alert.id,
      fileName: 'b.pdf',
      bytes: pdf('proof'),
    });
    await expect(same).rejects.toMatchObject({ code: 'EVIDENCE_EXPIRED' });
    expect(row.removedTime).toBeNull();
  });

  it('a thousand files that have their time yet, or are gone, aren’t read to find one', async () => {
    const { core, row } = await answered();
    const copy = (index: number, removedTime: Date | null) => ({
      ...row,
      ...{ id: crypto.randomUUID(), storageKey: `evidence/00/${crypto.randomUUID()}`, removedTime },
      sha256: Buffer.from(index.toString(16).padStart(64, '0'), 'hex'),
      createdTime: removedTime ?? core.now(),
    });
    const old = new Date(core.now().getTime() - 2 * TWO_YEARS);
    const copies = Array.from({ length: 1000 }, (_, index) => copy(index, index % 2 === 0 ? old : null));
    await core.db.insertInto('alertEvidence').values(copies).execute();
    const before = new Date(core.now().getTime() - DAY);
    expect(await rowsRead(core.db, (db) => evidenceAtItsEndQuery(db, before, 100).execute())).toBeLessThan(10);
  });
});

describe('A-368 files without a row', () => {
  it('are found when their folder has its turn; files with a row stay', async () => {
    const { core, upload, rows, stored } = await setUp();
    await upload('kept');
    const [row] = await rows();
    const folder = row?.storageKey.split('/').slice(0, 2).join('/');
    const orphan = `${folder}/${crypto.randomUUID()}`;
    await core.ports.files.put(orphan, Buffer.from('left over'));
    core.clock.advance(turnOf(orphan, core.now()));
    expect(await sweepOrphanFiles(core)).toBe(1);
    expect(await core.ports.files.get(orphan)).toBeUndefined();
    expect(await stored()).toBe(1);
    core.clock.advance(HOUR);
    await core.ports.files.put(orphan, Buffer.from('left over'));
    expect(await sweepOrphanFiles(core)).toBe(0);
  });

  it('a store that doesn’t remove stops nothing, and is asked about files of 30 days alone', async () => {
    const asked: [string, Date][] = [];
    const core = testCore({
      db: database.db,
      files: {
        put: async () => undefined,
        get: async () => undefined,
        head: async () => undefined,
        list: async (folder, before) => {
          asked.push([folder, before]);
          return [`${folder}/gone`];
        },
        remove: () => Promise.reject(new Error('no')),
      },
    });
    expect(await sweepOrphanFiles(core)).toBe(0);
    expect(asked).toEqual([
      [expect.stringMatching(/^evidence\/[0-9a-f]{2}$/), new Date(core.now().getTime() - 30 * DAY)],
    ]);
    expect(core.logs.map(({ level }) => level)).toEqual(['warn']);
  });
});
