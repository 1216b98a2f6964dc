import { readFileSync } from 'node:fs';
import { createTestDatabase, type TestDatabase } from '@forewarn/db/testing';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { correctAnswer, expireAlerts, getAlert, processAlert } from '../alerts/index.ts';
import { execute } from '../kernel/execute.ts';
import { after, DAY, HOUR } from '../kernel/time.ts';
import { buildAlert, buildMerchant, testCaller, testCore } from '../testing/index.ts';
import { figuresOf } from './figures.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase(process.env.TEST_DATABASE_URL ?? '');
});
afterAll(() => database.drop());

/** The conditions of docs/figures.md, by figure. */
function documented(): Map<string, string> {
  const page = readFileSync(new URL('../../../../docs/figures.md', import.meta.url), 'utf8');
  return new Map(
    [...page.matchAll(/^\| ([a-z ]+) \| [^|]+ \| `(.+)` \|$/gm)].map(([, name = '', condition = '']) => [
      name,
      condition,
    ]),
  );
}

it('A-370 the figures are what docs/figures.md says, run as it stands there', async () => {
  const core = testCore({ db: database.db });
  const week = {
    from: new Date('2026-11-15T16:00:00Z'),
    to: new Date('2026-11-22T16:00:00Z'),
    key: '2026-11-16',
    last: '2026-11-22',
  };
  core.clock.set(after(week.from, HOUR));
  const merchant = await buildMerchant(core.db);
  const caller = testCaller(merchant.actor);
  const make = async (hours: number, options: object = {}) =>
    (await buildAlert(core.db, { merchantId: merchant.id, alertTime: after(week.from, hours * HOUR), ...options })).id;
  const answer = (id: number) => execute(core, caller, processAlert, { id, action: 'IGNORE', reason: 'known' });

  const inTime = await make(1);
  await answer(inTime);
  const corrected = await make(2);
  await answer(corrected);
  const late = await make(3);
  const missed = await make(4);
  const rdr = await make(5, { program: 'RDR' });
  const settled = { processStatus: 'PROCESSED', processAction: 'REFUNDED_BY_NETWORK', outcome: 'PREVENTED' } as const;
  await core.db.updateTable('chargebackAlerts').set(settled).where('id', '=', rdr).execute();
  await make(6, { holdReason: 'AMBIGUOUS_MERCHANTS' });
  await make(-1);
  core.clock.advance(2 * DAY);
  await expireAlerts(core, 200);
  await answer(late);
  await execute(core, caller, correctAnswer, { id: corrected, action: 'CONFIRM_TRANSACTION', reason: 'after all' });
  await core.db.updateTable('chargebackAlerts').set({ outcome: 'CHARGEBACK' }).where('id', '=', missed).execute();
  const open = await make(48);

  const counts = new Map<string, number[]>();
  for (const [name, condition] of documented()) {
    const now = sql.lit(core.now().toISOString().replace('T', ' ').replace('Z', ''));
    const [before = '', ...rest] = condition.split(':now');
    const where = rest.reduce((made, part) => sql`${made}${now}${sql.raw(part)}`, sql`${sql.raw(before)}`);
    const rows = await core.db
      .selectFrom('chargebackAlerts')
      .select('id')
      .where('merchantId', '=', merchant.id)
      .where('holdReason', 'is', null)
      .where('alertTime', '>=', week.from)
      .where('alertTime', '<', week.to)
      .where(sql<boolean>`(${where})`)
      .orderBy('id')
      .execute();
    counts.set(
      name,
      rows.map(({ id }) => id),
    );
  }
  expect(Object.fromEntries(counts)).toEqual({
    received: [inTime, corrected, late, missed, rdr, open],
    answered: [inTime, corrected, late, rdr],
    'in time': [inTime, rdr],
    missed: [missed],
    open: [open],
    prevented: [rdr],
    'charged back': [missed],
  });

  const figures = await figuresOf(core, merchant.id, week);
  const sizes = (name: string) => counts.get(name)?.length;
  expect(figures).toMatchObject({ received: sizes('received'), answered: sizes('answered'), expired: sizes('missed') });
  expect(figures?.open).toBe(sizes('open'));
  for (const id of counts.get('received') ?? []) {
    const alert = await execute(core, caller, getAlert, { id });
    const answered = alert.processStatus !== 'PENDING';
    expect(answered, `${id}`).toBe(counts.get('answered')?.includes(id));
    if (alert.answer) expect(!alert.answer.late, `${id}`).toBe(counts.get('in time')?.includes(id));
    expect(alert.needsAnswer && alert.deadline > core.now().toISOString()).toBe(counts.get('open')?.includes(id));
  }
});
