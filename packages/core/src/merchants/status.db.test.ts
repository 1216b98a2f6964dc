import { createTestDatabase, type TestDatabase } from '@forewarn/db/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { login, resolveActor } from '../accounts/index.ts';
import { processAlert } from '../alerts/index.ts';
import { registeredCards } from '../cards/index.ts';
import { execute } from '../kernel/execute.ts';
import { maskEmail } from '../kernel/mask.ts';
import { buildAlert, buildCard, buildMerchant, buildStaff, testCaller, testCore, unique } from '../testing/index.ts';
import { closeMerchant, consequences, getMerchant, getProfile, restoreMerchant, suspendMerchant } from './index.ts';
import { MERCHANT_STATUSES } from './model.ts';
import { statusAfter } from './status-rules.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase(process.env.TEST_DATABASE_URL ?? '');
});
afterAll(() => database.drop());

const PASSWORD = 'Passw0rd-ok';
async function setUp(status: (typeof MERCHANT_STATUSES)[number] = 'ACTIVE') {
  const core = testCore({ db: database.db });
  const staff = await buildStaff(core.db);
  const passwordHash = await core.ports.passwords.hash(PASSWORD);
  const merchant = await buildMerchant(core.db, { status, passwordHash });
  const caller = testCaller(staff.actor, { ip: '198.51.100.7' });
  const signIn = async () =>
    (await execute(core, testCaller(), login, { account: merchant.email, password: PASSWORD })).accessToken;
  const statusNow = async () =>
    (await core.db.selectFrom('merchants').select('status').where('id', '=', merchant.id).executeTakeFirstOrThrow())
      .status;
  return { core, staff, merchant, caller, signIn, statusNow };
}
const reason = '资料待核实';
const ACTS = { suspend: suspendMerchant, restore: restoreMerchant, close: closeMerchant } as const;

describe.each(Object.entries(ACTS))('A-055 A-056 A-057 A-058 A-059 A-060 merchants.%s', (name, operation) => {
  it.each(MERCHANT_STATUSES)('of a merchant that is %s goes by the diagram', async (status) => {
    const { core, merchant, caller, statusNow } = await setUp(status);
    const to = statusAfter(status, name as keyof typeof ACTS);
    const act = execute(core, caller, operation, { id: merchant.id, reason });
    if (to) await expect(act).resolves.toMatchObject({ id: merchant.id, status: to });
    else await expect(act).rejects.toMatchObject({ code: 'MERCHANT_TRANSITION', details: { status } });
    expect(await statusNow()).toBe(to ?? status);
  });
});

it('A-061 a change leaves operator, time, old value, new value and reason in the audit log; without a reason nothing changes', async () => {
  const { core, staff, merchant, caller, statusNow } = await setUp();
  const without = execute(core, caller, suspendMerchant, { id: merchant.id, reason: ' ' });
  await expect(without).rejects.toMatchObject({ code: 'VALIDATION_FAILED' });
  expect(await statusNow()).toBe('ACTIVE');
  await execute(core, caller, suspendMerchant, { id: merchant.id, reason });
  const row = await core.db
    .selectFrom('auditLogs')
    .selectAll()
    .where('action', '=', 'merchants.suspend')
    .where('targetId', '=', String(merchant.id))
    .executeTakeFirstOrThrow();
  expect(row).toMatchObject({
    actorKind: 'staff',
    actorId: staff.id,
    atTime: core.now(),
    ip: '198.51.100.7',
    result: 'OK',
  });
  expect(JSON.parse(row.detail ?? '{}')).toMatchObject({ old: 'ACTIVE', new: 'SUSPENDED', reason });
});

it('A-051 A-351 a suspended merchant that is signed in looks and can’t answer, within the same second', async () => {
  const { core, merchant, caller, signIn } = await setUp();
  const alert = await buildAlert(core.db, { merchantId: merchant.id });
  const token = await signIn();
  await resolveActor(core, token);
  await execute(core, caller, suspendMerchant, { id: merchant.id, reason });
  const actor = await resolveActor(core, token);
  await expect(execute(core, testCaller(actor), getProfile, {})).resolves.toMatchObject({ status: 'SUSPENDED' });
  const answer = { id: alert.id, action: 'CONFIRM_TRANSACTION', reason: 'genuine order' };
  await expect(execute(core, testCaller(actor), processAlert, answer)).rejects.toMatchObject({
    code: 'MERCHANT_SUSPENDED',
  });
  // The operator's people may answer in its place.
  await expect(execute(core, caller, processAlert, { ...answer, onBehalfReason: reason })).resolves.toMatchObject({
    processStatus: 'PROCESSED',
  });
});

it('A-350 A-056 restoring gives the merchant the alerts held meanwhile, with a mail each, once', async () => {
  const { core, merchant, caller } = await setUp('SUSPENDED');
  const held = await buildAlert(core.db, { merchantId: merchant.id, holdReason: 'MERCHANT_SUSPENDED' });
  const unclear = await buildAlert(core.db, { merchantId: merchant.id, holdReason: 'AMBIGUOUS_MERCHANTS' });
  await expect(execute(core, caller, restoreMerchant, { id: merchant.id, reason })).resolves.toMatchObject({
    alertsReleased: 1,
  });
  const holds = await core.db
    .selectFrom('chargebackAlerts')
    .select(['id', 'holdReason', 'needsAnswer'])
    .where('merchantId', '=', merchant.id)
    .orderBy('id')
    .execute();
  expect(holds).toEqual([
    { id: held.id, holdReason: null, needsAnswer: 1 },
    { id: unclear.id, holdReason: 'AMBIGUOUS_MERCHANTS', needsAnswer: 0 },
  ]);
  const mails = await core.db
    .selectFrom('emailMessages')
    .select(['kind', 'recipient', 'alertRef'])
    .where('merchantId', '=', merchant.id)
    .orderBy('id')
    .execute();
  expect(mails).toEqual([
    { kind: 'alert.new', recipient: merchant.email, alertRef: held.id },
    { kind: 'merchant.restored', recipient: merchant.email, alertRef: null },
  ]);
});

it('A-383 what suspending or closing touches is listed first, and changes nothing', async () => {
  const { core, merchant, caller, signIn, statusNow } = await setUp();
  const card = await buildCard(core.db, { merchantId: merchant.id });
  await buildCard(core.db, { merchantId: merchant.id, status: 'FAILED' });
  for (let n = 0; n < 6; n += 1) await buildAlert(core.db, { merchantId: merchant.id });
  await buildAlert(core.db, { merchantId: merchant.id, holdReason: 'MERCHANT_SUSPENDED' });
  await signIn();
  const listed = await execute(core, caller, consequences, { id: merchant.id });
  expect(listed).toMatchObject({ pendingAlerts: 6, registeredCards: 1, sessions: 1, firstCards: [{ id: card.id }] });
  expect(listed.firstAlerts).toHaveLength(5);
  expect(await statusNow()).toBe('ACTIVE');
});

it('A-052 A-383 closing ends every session at once, closes the cards here and upstream, and keeps the answers possible', async () => {
  const { core, merchant, caller, signIn } = await setUp();
  const card = await buildCard(core.db, { merchantId: merchant.id });
  const draft = await buildCard(core.db, { merchantId: merchant.id, status: 'DRAFT' });
  const alert = await buildAlert(core.db, { merchantId: merchant.id });
  const token = await signIn();
  await resolveActor(core, token);
  await expect(execute(core, caller, closeMerchant, { id: merchant.id, reason })).resolves.toMatchObject({
    cardsClosed: 2,
    sessionsEnded: 1,
  });
  await expect(resolveActor(core, token)).rejects.toMatchObject({ code: 'SESSION_ENDED' });
  await expect(signIn()).rejects.toMatchObject({ code: 'INVALID_CREDENTIALS' });
  const effects = await core.db
    .selectFrom('outbox')
    .select('effectKey')
    .where('topic', '=', 'card.close')
    .where('effectKey', 'in', [card.cardRef, draft.cardRef])
    .execute();
  expect(effects).toEqual([{ effectKey: card.cardRef }]);
  const answer = { id: alert.id, action: 'CONFIRM_TRANSACTION', reason: 'genuine order' };
  await expect(execute(core, caller, processAlert, { ...answer, onBehalfReason: reason })).resolves.toMatchObject({
    processStatus: 'PROCESSED',
  });
});

it('A-350 what still comes for a closed merchant’s card is its own, unless somebody else has the descriptor by now', async () => {
  const { core, merchant, caller } = await setUp();
  const descriptor = `GONE ${unique().toUpperCase()}`;
  const card = await buildCard(core.db, { merchantId: merchant.id, descriptor });
  await execute(core, caller, closeMerchant, { id: merchant.id, reason });
  const key = (
    await core.db
      .selectFrom('merchantCards')
      .select('matchDescriptor')
      .where('id', '=', card.id)
      .executeTakeFirstOrThrow()
  ).matchDescriptor;
  expect(await registeredCards(core.db, [key])).toMatchObject([{ cardId: card.id, merchantStatus: 'CLOSED' }]);
  const successor = await buildMerchant(core.db);
  const taken = await buildCard(core.db, { merchantId: successor.id, descriptor });
  expect(await registeredCards(core.db, [key])).toMatchObject([{ cardId: taken.id, merchantStatus: 'ACTIVE' }]);
});

it('A-062 A-064 the detail shows people, sessions and alerts in figures', async () => {
  const { core, merchant, caller, signIn } = await setUp();
  await buildAlert(core.db, { merchantId: merchant.id });
  await buildAlert(core.db, { merchantId: merchant.id, holdReason: 'MERCHANT_SUSPENDED' });
  await signIn();
  expect(await execute(core, caller, getMerchant, { id: merchant.id })).toMatchObject({
    companyName: merchant.companyName,
    email: maskEmail(merchant.email),
    status: 'ACTIVE',
    lastLoginTime: core.now().toISOString(),
    sessions: 1,
    users: [{ id: merchant.userId, role: 'OWNER', locked: false }],
    alerts: { total: 2, needingAnswer: 1, held: 1 },
  });
});

it.each(Object.entries(ACTS))(
  'A-029 a merchant may not use merchants.%s, not even on itself',
  async (_name, operation) => {
    const { core, merchant, statusNow } = await setUp();
    const act = execute(core, testCaller(merchant.actor), operation, { id: merchant.id, reason });
    await expect(act).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(await statusNow()).toBe('ACTIVE');
  },
);
