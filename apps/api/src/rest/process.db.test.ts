import { buildAlert } from '@forewarn/core/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestSystem, type TestSystem } from '../testing/index.ts';

let system: TestSystem;
beforeAll(async () => {
  system = await startTestSystem();
});
afterAll(() => system.stop());

async function setUp() {
  const merchant = await system.merchant();
  const alert = await buildAlert(system.core.db, { merchantId: merchant.id, alertTime: new Date() });
  const token = await merchant.token();
  const path = `/api/v1/alerts/${alert.id}/process`;
  const put = (body: object, more: object = {}) =>
    system.client.call<Record<string, unknown>>('PUT', path, { token, body, ...more });
  const answers = () =>
    system.core.db.selectFrom('alertFeedbacks').select('action').where('alertRef', '=', alert.id).execute();
  return { alert, put, answers };
}
const REFUND = { action: 'REFUND', refundAmount: 19.9, reason: '已退款' };

describe('A-281 PUT /api/v1/alerts/{id}/process', () => {
  it('answers the alert and gives it back as it stands now, in the documents’ envelope', async () => {
    const { alert, put, answers } = await setUp();
    const { status, body } = await put({ ...REFUND, refundReference: 'ARN-1' });
    expect([status, body.code, body.message]).toEqual([200, 200, 'success']);
    expect(body.data).toMatchObject({
      ...{ id: alert.id, processStatus: 'PROCESSED', processAction: 'REFUND', feedbackStatus: 'QUEUED' },
      answer: { number: 1, refundAmount: 19.9, refundReference: 'ARN-1', reason: '已退款' },
    });
    expect(body.requestId).toBeTruthy();
    expect(await answers()).toEqual([{ action: 'REFUND' }]);
  });

  it('sent twice under one key it is one answer with one reply; without a key the second is refused', async () => {
    const { put, answers } = await setUp();
    const key = { headers: { 'idempotency-key': crypto.randomUUID() } };
    const [first, again] = [await put(REFUND, key), await put(REFUND, key)];
    expect([first.status, again.status]).toEqual([200, 200]);
    expect(again.body.data).toEqual(first.body.data);
    const second = await put(REFUND);
    expect([second.status, second.body.code, second.body.error]).toEqual([409, 40904, 'ALERT_ALREADY_ANSWERED']);
    expect(await answers()).toHaveLength(1);
  });

  it.each([
    ['A-163 an action that is none', { ...REFUND, action: 'MAYBE' }, 'VALIDATION_FAILED', 'action'],
    ['A-164 a reason of one letter', { ...REFUND, reason: 'x' }, 'VALIDATION_FAILED', 'reason'],
    ['A-167 more than was paid', { ...REFUND, refundAmount: 20 }, 'REFUND_AMOUNT_TOO_HIGH', undefined],
    ['A-367 a refund of nothing', { action: 'REFUND', reason: '已退款' }, 'REFUND_AMOUNT_REQUIRED', undefined],
    ['A-367 a dispute without a file', { action: 'DISPUTE', reason: '已送达' }, 'EVIDENCE_REQUIRED', undefined],
  ])('A-171 refuses %s, and nothing has changed', async (_, input, error, field) => {
    const { put, answers } = await setUp();
    const { status, body } = await put(input);
    expect(Math.floor(status / 100)).toBe(4);
    expect(body.error).toBe(error);
    if (field !== undefined) expect(JSON.stringify(body.details)).toContain(`"path":"${field}"`);
    expect(await answers()).toEqual([]);
  });

  it('is nobody else’s: another merchant finds no alert, a stranger is asked to sign in', async () => {
    const { put, answers } = await setUp();
    const other = await (await system.merchant()).token();
    expect((await put(REFUND, { token: other })).status).toBe(404);
    expect((await put(REFUND, { token: undefined })).status).toBe(401);
    expect(await answers()).toEqual([]);
  });
});
