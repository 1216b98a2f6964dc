import { createTestDatabase, type TestDatabase } from '@forewarn/db/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { execute } from '../kernel/execute.ts';
import { createAnswerLink, listAlertMails, sendMail } from '../notifications/index.ts';
import {
  buildAlert,
  buildCard,
  buildMerchant,
  buildStaff,
  buildUser,
  carryOut,
  type TestCore,
  testCaller,
  testCore,
  unique,
} from '../testing/index.ts';
import { feedbackById } from './answer-store.ts';
import type { IncomingAlert } from './incoming.ts';
import { answerByLink, getAlert, processAlert, recordAlerts } from './index.ts';
import { settleAnswer } from './settle-answer.ts';

let database: TestDatabase;
let core: TestCore;
beforeAll(async () => {
  database = await createTestDatabase(process.env.TEST_DATABASE_URL ?? '');
  core = testCore({ db: database.db });
});
afterAll(() => database.drop());

function incoming(change: Partial<IncomingAlert> = {}, details: Partial<IncomingAlert['details']> = {}): IncomingAlert {
  return {
    alertId: unique(),
    program: 'ETHOCA',
    descriptor: null,
    descriptorRegister: null,
    cardBin: '411111',
    cardLast4: '4242',
    caid: null,
    amount: 2_500_000n,
    currency: 'USD',
    transactionId: null,
    merchantOrderId: null,
    arn: null,
    alertTime: core.now(),
    answerBy: null,
    riskLevel: undefined,
    reasonCode: null,
    alertStatus: null,
    outcome: null,
    details: {
      cardType: null,
      cardBrand: null,
      issuer: null,
      cardholderName: null,
      transactionTime: null,
      orderId: null,
      riskScore: null,
      riskReason: null,
      authCode: null,
      threeDSecure: null,
      other: {},
      ...details,
    },
    ...change,
  };
}

let deliveries = 1;
async function receive(alert: IncomingAlert, repeats = 0): Promise<number> {
  const received = { deliveryId: deliveries++, receivedTime: core.now(), late: false, repeats, alert };
  await core.db.transaction().execute((tx) => recordAlerts({ core, tx, emit: () => undefined }, [received]));
  const rows = core.db.selectFrom('chargebackAlerts').select('id').where('alertId', '=', alert.alertId);
  return (await rows.executeTakeFirstOrThrow()).id;
}

async function setUp() {
  const merchant = await buildMerchant(core.db);
  const { descriptor } = await buildCard(core.db, { merchantId: merchant.id });
  return { merchant, caller: testCaller(merchant.actor), descriptor };
}
const view = (id: number, caller: ReturnType<typeof testCaller>) => execute(core, caller, getAlert, { id });
const levels = async (id: number) => {
  const staff = testCaller((await buildStaff(core.db)).actor);
  return (await view(id, staff)).timeline.map(({ kind, level }) => `${kind} ${level}`);
};

describe('A-122 an alert’s whole course', () => {
  it('says once for each person who has looked, however often they do', async () => {
    const { merchant, caller } = await setUp();
    const colleague = await buildUser(core.db, merchant.id, { role: 'VIEWER' });
    const { id } = await buildAlert(core.db, { merchantId: merchant.id });
    const staff = testCaller((await buildStaff(core.db)).actor);
    for (const reader of [caller, caller, testCaller(colleague.actor), testCaller(colleague.actor), staff])
      await view(id, reader);
    const { timeline } = await view(id, caller);
    const viewed = timeline.filter(({ kind }) => kind === 'VIEWED');
    expect(viewed).toHaveLength(2);
    expect(viewed.map(({ actorKind }) => actorKind)).toEqual(['merchant', 'merchant']);
    expect(new Set(viewed.map(({ actorName }) => actorName)).size).toBe(2);
  });

  it('A-123 receiving, matching and answering are INFO', async () => {
    const { caller, descriptor } = await setUp();
    const id = await receive(incoming({ descriptor }));
    await execute(core, caller, processAlert, { id, action: 'CONFIRM_TRANSACTION', reason: 'genuine' });
    expect(await levels(id)).toEqual(['RECEIVED INFO', 'MATCHED INFO', 'ANSWERED INFO']);
  });

  it('A-124 what matches nobody, what matches several, and repetitions are WARN', async () => {
    const nobody = await receive(incoming({ descriptor: `NOBODY ${unique()}` }), 2);
    expect(await levels(nobody)).toEqual(['RECEIVED INFO', 'DUPLICATE_RECEIVED WARN', 'UNMATCHED WARN']);
    const { descriptor } = await setUp();
    const other = await buildMerchant(core.db);
    await buildCard(core.db, { merchantId: other.id, descriptor });
    const several = await receive(incoming({ descriptor }));
    expect(await levels(several)).toEqual(['RECEIVED INFO', 'HELD WARN']);
  });

  it('A-125 an answer that is refused or runs out of time is ERROR, a try that failed WARN', async () => {
    const { caller, descriptor } = await setUp();
    const id = await receive(incoming({ descriptor }));
    await execute(core, caller, processAlert, { id, action: 'IGNORE', reason: 'small' });
    const row = core.db.selectFrom('alertFeedbacks').select('id').where('alertRef', '=', id);
    const feedback = await feedbackById(core.db, (await row.executeTakeFirstOrThrow()).id);
    if (!feedback) throw new Error('no answer');
    for (const progress of [
      { status: 'PENDING_RETRY', attempt: 1, failure: 'UNREACHABLE' },
      { status: 'REJECTED', attempt: 2, failure: 'REFUSED' },
    ] as const)
      await core.db
        .transaction()
        .execute((tx) => settleAnswer({ core, tx, emit: () => undefined }, feedback, progress));
    expect((await levels(id)).slice(-2)).toEqual(['ANSWER_RETRY WARN', 'ANSWER_REJECTED ERROR']);
  });

  it('A-122 mails to the operator’s people about it are none of the merchant’s business', async () => {
    const { merchant, caller, descriptor } = await setUp();
    const admin = await buildStaff(core.db, { roles: ['PLATFORM_ADMIN'] });
    const id = await receive(incoming({ descriptor }));
    await execute(core, caller, processAlert, { id, action: 'IGNORE', reason: 'small' });
    const row = core.db.selectFrom('alertFeedbacks').select('id').where('alertRef', '=', id);
    const feedback = await feedbackById(core.db, (await row.executeTakeFirstOrThrow()).id);
    if (!feedback) throw new Error('no answer');
    const refused = { status: 'REJECTED', attempt: 1, failure: 'REFUSED' } as const;
    await core.db.transaction().execute((tx) => settleAnswer({ core, tx, emit: () => undefined }, feedback, refused));
    const mails = await core.db.selectFrom('emailMessages').selectAll().where('alertRef', '=', id).execute();
    expect(mails.map(({ recipient }) => recipient)).toContain(admin.email);
    for (const { id: emailId } of mails) await carryOut(core, sendMail, { emailId });

    const { mails: listed } = await execute(core, caller, listAlertMails, { id });
    expect(listed.map(({ recipient }) => recipient)).toContain(merchant.email);
    expect(listed.map(({ recipient }) => recipient)).not.toContain(admin.email);
    const sent = async (reader: typeof caller) =>
      (await view(id, reader)).timeline.filter(({ kind }) => kind === 'MAIL_SENT').length;
    expect(await sent(caller)).toBe(listed.length);
    expect(await sent(testCaller(admin.actor))).toBe(mails.length);
  });
});

describe('A-280 what the detail says beside the fields', () => {
  it('A-150 our own rating with its reasons, the bank’s reason in words; the network’s rating without', async () => {
    const { caller, descriptor } = await setUp();
    const ours = await view(await receive(incoming({ descriptor, reasonCode: '10.4' })), caller);
    expect(ours).toMatchObject({
      riskLevel: 'HIGH',
      riskSource: 'COMPUTED',
      reasonText: 'Fraud: card-absent environment',
    });
    expect((await view(ours.id, { ...caller, locale: 'zh-CN' })).reasonText).toBe('欺诈：无卡交易环境');
    expect(ours.riskReasons.map(({ code }) => code)).toEqual(['FRAUD_REASON', 'AMOUNT_HIGH']);
    const theirs = await view(await receive(incoming({ descriptor, riskLevel: 'LOW', reasonCode: 'X1' })), caller);
    expect(theirs).toMatchObject({ riskLevel: 'LOW', riskReasons: [], reasonText: null });
  });

  it('each change of the network’s, from what to what, with card number and cardholder masked', async () => {
    const { caller, descriptor } = await setUp();
    const first = incoming({ descriptor }, { cardholderName: 'Zhang San', issuer: 'First Bank' });
    const id = await receive(first);
    await receive({ ...first, amount: 1_990_000n, details: { ...first.details, issuer: 'Second Bank' } });
    await receive({ ...first, amount: 1_990_000n, outcome: 'CANCELLED', cardBin: '555555' });
    const { changes, revisions } = await view(id, caller);
    expect(revisions).toBe(2);
    expect(changes.map(({ fields }) => fields)).toEqual([
      [
        { field: 'amount', from: '250.0000', to: '199.0000' },
        { field: 'issuer', from: 'First Bank', to: 'Second Bank' },
      ],
      [
        { field: 'outcome', from: null, to: 'CANCELLED' },
        { field: 'cardBin', from: '4111**', to: '5555**' },
        { field: 'issuer', from: 'Second Bank', to: 'First Bank' },
      ],
    ]);
    expect(JSON.stringify(changes)).not.toMatch(/Zhang|411111/);
  });
});

describe('a mail’s link can’t refund twice either', () => {
  it('is stopped, and learns nothing of the other alert', async () => {
    const { merchant } = await setUp();
    const both = [
      await buildAlert(core.db, { merchantId: merchant.id }),
      await buildAlert(core.db, { merchantId: merchant.id, program: 'RDR' }),
    ] as const;
    const transactionId = unique();
    for (const { id } of both)
      await core.db.updateTable('chargebackAlerts').set({ transactionId }).where('id', '=', id).execute();
    const settled = { processStatus: 'PROCESSED', processAction: 'REFUNDED_BY_NETWORK' } as const;
    await core.db.updateTable('chargebackAlerts').set(settled).where('id', '=', both[1].id).execute();
    const expiresTime = new Date('2026-11-23T02:00:00.000Z');
    const link = { alertRef: both[0].id, merchantId: merchant.id, recipient: merchant.email, expiresTime };
    const token = await createAnswerLink(core.db, link, core.now());
    const answer = { token, action: 'REFUND', reason: 'refunded', refundAmount: 19.9 };
    const refused = await execute(core, testCaller(), answerByLink, answer).catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: 'ALERT_REFUNDED_BEFORE', details: undefined });
    const instead = { token, action: 'INVALID_DUPLICATE', reason: 'refunded by the network' };
    expect(await execute(core, testCaller(), answerByLink, instead)).toMatchObject({ action: 'INVALID_DUPLICATE' });
  });
});
