import { createTestDatabase, type TestDatabase } from '@forewarn/db/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../kernel/actor.ts';
import { execute } from '../kernel/execute.ts';
import { SECOND } from '../kernel/time.ts';
import { buildAlert, buildMerchant, buildStaff, buildUser, testCaller, testCore } from '../testing/index.ts';
import { getAlert } from './get-alert.ts';
import { processAlert } from './process-alert.ts';
import { saveAnswerDraft } from './save-draft.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase(process.env.TEST_DATABASE_URL ?? '');
});
afterAll(() => database.drop());

async function setUp() {
  const core = testCore({ db: database.db });
  const merchant = await buildMerchant(core.db);
  const { id } = await buildAlert(core.db, { merchantId: merchant.id });
  const save = (input: object, actor: Actor = merchant.actor) =>
    execute(core, testCaller(actor), saveAnswerDraft, { id, basedOn: 0, action: 'REFUND', ...input });
  const draft = async (actor: Actor = merchant.actor) =>
    (await execute(core, testCaller(actor), getAlert, { id })).draft;
  const rows = () => core.db.selectFrom('answerDrafts').selectAll().where('alertRef', '=', id).execute();
  return { core, merchant, id, save, draft, rows };
}
const code = (promise: Promise<unknown>) =>
  promise.then(
    () => 'done',
    (error: { code?: string }) => error.code,
  );

describe('A-162 the draft of an answer', () => {
  it('is kept as typed, whole words or not, and read on any device of the merchant', async () => {
    const { core, merchant, save, draft } = await setUp();
    const typed = { reason: 'x', refundAmount: '1.', refundReference: 'ARN 7', comments: '', preventiveActions: '' };
    expect(await save(typed)).toMatchObject({ version: 1, replaced: null });
    const colleague = await buildUser(core.db, merchant.id, { role: 'HANDLER' });
    expect(await draft()).toMatchObject({ action: 'REFUND', ...typed, version: 1, own: true });
    expect(await draft(colleague.actor)).toMatchObject({ ...typed, own: false, savedBy: 'Zhang San' });
  });

  it('lies sealed, bound to its alert and merchant; saving it leaves no audit row and does not touch the alert', async () => {
    const { core, id, save, rows } = await setUp();
    const row = () => core.db.selectFrom('chargebackAlerts').selectAll().where('id', '=', id).executeTakeFirst();
    const before = await row();
    await save({ reason: 'a very secret reason' });
    const [kept] = await rows();
    expect(kept?.contentEnc.includes('secret reason')).toBe(false);
    expect(await row()).toEqual(before);
    const audited = await core.db
      .selectFrom('auditLogs')
      .select('id')
      .where('action', '=', 'alerts.saveDraft')
      .where('result', '=', 'OK')
      .execute();
    expect(audited).toEqual([]);
  });

  it('two devices: the later one wins and is told whose words it has replaced', async () => {
    const { core, merchant, save, draft } = await setUp();
    const colleague = await buildUser(core.db, merchant.id, { role: 'HANDLER', name: 'Li Si' });
    await save({ reason: 'phone' });
    expect(await save({ reason: 'phone, on', basedOn: 1 })).toMatchObject({ version: 2, replaced: null });
    core.clock.advance(SECOND);
    const late = await save({ reason: 'desk', basedOn: 1 }, colleague.actor);
    expect(late).toMatchObject({ version: 3, replaced: { savedBy: 'Zhang San', own: false } });
    expect(await draft()).toMatchObject({ reason: 'desk', version: 3, savedBy: 'Li Si' });
    const both = await Promise.all([save({ reason: 'a', basedOn: 3 }), save({ reason: 'b', basedOn: 3 })]);
    expect(both.map(({ version }) => version).sort()).toEqual([4, 5]);
    expect(both.filter(({ replaced }) => replaced !== null)).toHaveLength(1);
  });

  it('is gone once the alert is answered, by whatever door, and isn’t kept afterwards', async () => {
    const { core, merchant, id, save, draft, rows } = await setUp();
    await save({ reason: 'half a' });
    const answer = { id, action: 'IGNORE', reason: 'known' };
    await execute(core, testCaller(merchant.actor), processAlert, answer);
    expect([await rows(), await draft()]).toEqual([[], null]);
    expect(await code(save({ reason: 'too late' }))).toBe('ALERT_ALREADY_ANSWERED');
    expect(await rows()).toEqual([]);
  });

  it('an emptied form keeps nothing', async () => {
    const { save, rows } = await setUp();
    await save({ reason: 'something' });
    expect(await save({ action: '', reason: ' ', basedOn: 1 })).toMatchObject({ version: 0 });
    expect(await rows()).toEqual([]);
  });

  it('is the merchant’s alone: no other merchant’s, no staff’s', async () => {
    const { core, save, draft, rows } = await setUp();
    const stranger = await buildMerchant(core.db);
    expect(await code(save({ reason: 'mine' }, stranger.actor))).toBe('ALERT_NOT_FOUND');
    const { actor } = await buildStaff(core.db);
    expect(await code(save({ reason: 'mine' }, actor))).toBe('FORBIDDEN');
    expect(await rows()).toEqual([]);
    await save({ reason: 'private' });
    expect(await draft(actor)).toBeNull();
  });
});
