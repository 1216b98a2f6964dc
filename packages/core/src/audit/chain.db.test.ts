import { createTestDatabase, type TestDatabase } from '@forewarn/db/testing';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { execute } from '../kernel/execute.ts';
import { HOUR, MINUTE } from '../kernel/time.ts';
import { buildStaff, type TestCore, testCaller, testCore } from '../testing/index.ts';
import { extendChain, makeCheckpoint, verifyAudit, verifyNightly, verifyWhole } from './index.ts';
import type { AuditVerification } from './model.ts';

let database: TestDatabase;
let core: TestCore;
let nextId: number;

/** Every test has its own chain of ten rows, all but the last two below a checkpoint, two hours old. */
beforeEach(async () => {
  database = await createTestDatabase(process.env.TEST_DATABASE_URL ?? '');
  core = testCore({ db: database.db });
  nextId = 1;
  for (let n = 0; n < 8; n++) await write();
  await chainAll();
  await makeCheckpoint(core);
  for (let n = 0; n < 2; n++) await write();
  await chainAll();
  core.clock.advance(2 * HOUR);
});
afterEach(() => database.drop());

async function write(change: { id?: number; atTime?: Date; action?: string } = {}): Promise<number> {
  const id = change.id ?? nextId++;
  core.clock.advance(1000);
  await core.db
    .insertInto('auditLogs')
    .values({
      id,
      atTime: core.now(),
      actorKind: 'staff',
      actorId: 7,
      actorName: '李敏',
      action: 'alerts.assign',
      targetType: 'alert',
      targetId: String(id),
      detail: JSON.stringify({ reason: 'night', after: { merchantId: id } }),
      ip: '192.0.2.1',
      requestId: `r-${id}`,
      ...change,
    })
    .execute();
  return id;
}

async function chainAll(): Promise<number> {
  let all = 0;
  for (;;) {
    const some = await extendChain(core, 3);
    all += some;
    if (some === 0) return all;
  }
}

async function verify() {
  const { actor } = await buildStaff(core.db, { roles: ['SYSTEM_ADMIN'] });
  return verifyWhole(core, testCaller(actor));
}
const firstOf = async () => (await verify()).firstProblem;
const run = (statement: ReturnType<typeof sql>) => statement.execute(core.db);

describe('A-307 the audit log as it was written', () => {
  it('verifies, and says who verified', async () => {
    expect(await verify()).toMatchObject({
      ok: true,
      checked: 10,
      total: 10,
      unchained: 0,
      firstProblem: null,
      checkpoints: { stored: 1, outside: 1 },
    });
    const note = await core.db.selectFrom('auditLogs').selectAll().where('action', '=', 'audit.verify').execute();
    expect(note.map(({ actorKind, result }) => [actorKind, result])).toEqual([['staff', 'OK']]);
    expect(await chainAll()).toBe(1);
    expect(await verify()).toMatchObject({ ok: true, checked: 11 });
  });

  it('a row committed behind its successors is chained where it is found', async () => {
    const late = nextId++;
    await write();
    await chainAll();
    await write({ id: late });
    core.clock.advance(MINUTE);
    expect(await chainAll()).toBe(1);
    const order = await core.db.selectFrom('auditChain').select('auditId').orderBy('seq', 'desc').limit(2).execute();
    expect(order.map(({ auditId }) => auditId)).toEqual([late, late + 1]);
    expect(await verify()).toMatchObject({ ok: true, checked: 12 });
  });

  it('several workers at once make one chain, and a row in an open transaction holds none of them up', async () => {
    for (let n = 0; n < 40; n++) await write();
    await core.db.transaction().execute(async (open) => {
      await open
        .insertInto('auditLogs')
        .values({ id: nextId++, atTime: core.now(), actorKind: 'system', actorName: 'x', action: 'open' })
        .execute();
      await write();
      for (let n = 0; n < 12; n++) await Promise.all([1, 2, 3].map(() => extendChain(core, 7)));
    });
    core.clock.advance(MINUTE);
    await chainAll();
    expect(await verify()).toMatchObject({ ok: true, checked: 52, unchained: 0 });
  });

  it('a worker that fails in the middle of a batch leaves the chain as it was', async () => {
    for (let n = 0; n < 3; n++) await write();
    const { macs } = core.ports;
    let made = 0;
    const failing: typeof macs = {
      keyId: macs.keyId,
      mac: (...given) => {
        made += 1;
        return made === 2 ? undefined : macs.mac(...given);
      },
    };
    await expect(extendChain({ ...core, ports: { ...core.ports, macs: failing } }, 3)).rejects.toThrow('signs nothing');
    expect(await chainAll()).toBe(3);
    expect(await verify()).toMatchObject({ ok: true, checked: 13 });
  });

  it('verifies in stretches, each of which finds what is in it', async () => {
    await run(sql`UPDATE audit_logs SET result = 'X' WHERE id = 5`);
    const { actor } = await buildStaff(core.db, { roles: ['SYSTEM_ADMIN'] });
    const found = [];
    for (let after: number | null = 0; after !== null; ) {
      const part: AuditVerification = await execute(core, testCaller(actor), verifyAudit, { after, limit: 3 });
      found.push([part.ok, part.checked, part.next, part.firstProblem?.seq]);
      after = part.next;
    }
    expect(found).toEqual([
      [true, 3, 3, undefined],
      [false, 3, 6, 5],
      [true, 3, 9, undefined],
      [true, 1, null, undefined],
    ]);
  });
});

it('A-307 what a verification has found stands in the log itself', async () => {
  await run(sql`DELETE FROM audit_logs WHERE id = 5`);
  await verify();
  const row = await core.db
    .selectFrom('auditLogs')
    .select(['actorKind', 'targetType', 'detail'])
    .where('action', '=', 'audit.verify')
    .executeTakeFirstOrThrow();
  expect(row).toMatchObject({ actorKind: 'staff', targetType: 'audit' });
  expect(JSON.parse(row.detail ?? '')).toEqual({ checked: 10, problems: 1, problem: 'DELETED', link: 5, entry: 5 });
});

describe('A-307 somebody with the database in hand', () => {
  it.each([
    ['a field', sql`UPDATE audit_logs SET actor_name = '王五' WHERE id = 4`],
    [
      'one letter of the particulars',
      sql`UPDATE audit_logs SET detail = REPLACE(detail, 'night', 'nigth') WHERE id = 4`,
    ],
    [
      'the time by a millisecond',
      sql`UPDATE audit_logs SET at_time = at_time + INTERVAL 1000 MICROSECOND WHERE id = 4`,
    ],
    ['the result', sql`UPDATE audit_logs SET result = 'FORBIDDEN' WHERE id = 4`],
    ['the link', sql`UPDATE audit_chain SET hash = UNHEX(REPEAT('0', 64)) WHERE seq = 4`],
  ])('flips %s', async (_, statement) => {
    await run(statement);
    expect(await firstOf()).toEqual({ kind: 'CHANGED', seq: 4, auditId: 4 });
  });

  it('deletes a row', async () => {
    await run(sql`DELETE FROM audit_logs WHERE id = 5`);
    expect(await verify()).toMatchObject({ ok: false, problems: 1, firstProblem: { kind: 'DELETED', auditId: 5 } });
  });

  it('deletes a row and its link', async () => {
    await run(sql`DELETE FROM audit_logs WHERE id = 5`);
    await run(sql`DELETE FROM audit_chain WHERE seq = 5`);
    expect(await firstOf()).toMatchObject({ kind: 'LINK_MISSING', seq: 6 });
  });

  it('deletes a row and its link, and closes the gap', async () => {
    await run(sql`DELETE FROM audit_logs WHERE id = 5`);
    await run(sql`DELETE FROM audit_chain WHERE seq = 5`);
    await run(sql`UPDATE audit_chain SET seq = seq - 1 WHERE seq > 5 ORDER BY seq`);
    expect(await firstOf()).toMatchObject({ kind: 'ORDER_CHANGED', seq: 5 });
  });

  it('exchanges two rows', async () => {
    await run(sql`UPDATE audit_logs SET id = 99 WHERE id = 3`);
    await run(sql`UPDATE audit_logs SET id = 3 WHERE id = 4`);
    await run(sql`UPDATE audit_logs SET id = 4 WHERE id = 99`);
    expect(await verify()).toMatchObject({ problems: 2, firstProblem: { kind: 'CHANGED', seq: 3 } });
  });

  it('exchanges two links', async () => {
    await run(sql`UPDATE audit_chain SET seq = 99 WHERE seq = 3`);
    await run(sql`UPDATE audit_chain SET seq = 3 WHERE seq = 4`);
    await run(sql`UPDATE audit_chain SET seq = 4 WHERE seq = 99`);
    expect(await firstOf()).toMatchObject({ kind: 'ORDER_CHANGED', seq: 3 });
  });

  it('inserts a row under a number that was never used', async () => {
    nextId += 1;
    await write();
    await chainAll();
    core.clock.advance(2 * HOUR);
    await write();
    await chainAll();
    await write({ id: 11, atTime: new Date('2026-11-22T03:00:30Z') });
    expect(await firstOf()).toEqual({ kind: 'INSERTED', seq: null, auditId: 11 });
  });

  it('appends a row with an old date: it is chained, and its date shows it', async () => {
    await write({ atTime: new Date('2026-11-20T00:00:00Z') });
    await chainAll();
    expect(await firstOf()).toMatchObject({ kind: 'BACKDATED', seq: 11 });
  });

  it('cuts off the end: the checkpoint outside knows that there was more', async () => {
    await run(sql`DELETE FROM audit_logs WHERE id > 6`);
    await run(sql`DELETE FROM audit_chain WHERE seq > 6`);
    await run(sql`DELETE FROM audit_checkpoints`);
    expect(await verify()).toMatchObject({ checked: 6, problems: 1, firstProblem: { kind: 'END_CUT_OFF', seq: 8 } });
  });

  it('cuts off the end and lets the chain grow again', async () => {
    await run(sql`DELETE FROM audit_logs WHERE id > 6`);
    await run(sql`DELETE FROM audit_chain WHERE seq > 6`);
    for (let n = 0; n < 5; n++) await write();
    await chainAll();
    expect(await verify()).toMatchObject({ ok: false, firstProblem: { kind: 'REWRITTEN', seq: 8 } });
  });

  it('writes everything anew, keys in hand: each hash fits, the checkpoint doesn’t', async () => {
    await run(sql`UPDATE audit_logs SET actor_name = '王五' WHERE id = 4`);
    await run(sql`DELETE FROM audit_chain`);
    await run(sql`DELETE FROM audit_checkpoints`);
    await chainAll();
    expect(await verify()).toMatchObject({ checked: 10, problems: 1, firstProblem: { kind: 'REWRITTEN', seq: 8 } });
  });

  it('forges a checkpoint', async () => {
    await run(sql`UPDATE audit_checkpoints SET seq = 7`);
    expect(await firstOf()).toMatchObject({ kind: 'CHECKPOINT_FORGED', seq: 7 });
  });

  it('without the key of a link nothing can be said of it, and that is said', async () => {
    await run(sql`UPDATE audit_chain SET key_id = 'lost' WHERE seq = 2`);
    expect(await firstOf()).toMatchObject({ kind: 'KEY_MISSING', seq: 2 });
  });
});

it('rows that nobody has chained for over an hour are a finding: no worker is running', async () => {
  await write();
  expect(await verify()).toMatchObject({ ok: true, unchained: 1 });
  core.clock.advance(61 * MINUTE);
  expect(await firstOf()).toMatchObject({ kind: 'BEHIND', auditId: 11 });
});

describe('a checkpoint', () => {
  it('is made once an hour, outside first, and only when there is something new', async () => {
    const made = async () => (await Promise.all([makeCheckpoint(core), makeCheckpoint(core)])).filter(Boolean).length;
    expect(await made()).toBe(1);
    expect(await made()).toBe(0);
    core.clock.advance(HOUR);
    expect(await made()).toBe(0);
    const lines = await core.ports.checkpoints.lines();
    expect(lines.map((line) => JSON.parse(line).seq)).toEqual([8, 10]);
    expect(core.logs.filter(({ message }) => message === 'audit checkpoint')).toHaveLength(2);
  });
});

describe('the nightly verification', () => {
  const due = () =>
    core.db.updateTable('auditDuties').set({ nextTime: core.now() }).where('name', '=', 'verify').execute();
  const mails = () => core.db.selectFrom('emailMessages').select(['kind', 'recipient', 'locale']).execute();

  it('runs once for all workers, and says nothing when all is well', async () => {
    await due();
    const runs = await Promise.all([verifyNightly(core), verifyNightly(core)]);
    expect(runs.filter((found) => found?.ok)).toHaveLength(1);
    expect(await verifyNightly(core)).toBeUndefined();
    expect(await mails()).toEqual([]);
  });

  it('mails every system admin when something doesn’t fit', async () => {
    const admin = await buildStaff(core.db, { roles: ['SYSTEM_ADMIN'] });
    await buildStaff(core.db, { roles: ['PLATFORM_ADMIN'] });
    await run(sql`DELETE FROM audit_logs WHERE id = 5`);
    await due();
    expect(await verifyNightly(core)).toMatchObject({ ok: false });
    expect(await mails()).toEqual([{ kind: 'audit.broken', recipient: admin.email, locale: expect.any(String) }]);
    expect(core.logs.some(({ message }) => message === 'the audit log does not verify')).toBe(true);
  });
});
