import { createHmac } from 'node:crypto';
import type { Card } from '@forewarn/core/cards/model';
import { pdf } from '@forewarn/core/testing/evidence-files';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { SANDBOX_CREDENTIALS } from '../src/testing/index.ts';
import { type Rig, startRig } from './crash/rig.ts';
import { settled } from './crash/settled.ts';
import { cellsOf, filesBelow, search } from './raw-tables.ts';

/** Each planted where it belongs; none may stand anywhere in the open. */
const CANARIES: Record<string, string> = {
  'merchant password': 'canary-Passw0rd-merchant',
  'staff password': 'canary-Passw0rd-staff',
  'wrong password': 'canary-Passw0rd-mistyped',
  'webhook secret': SANDBOX_CREDENTIALS.WEBHOOK_SECRET,
  'sign key': SANDBOX_CREDENTIALS.SIGN_KEY,
  'new webhook secret': 'canary-webhook-secret-7',
  cardholder: 'Canary Cardholder',
  'card number': '4111111111111111',
  issuer: 'Canary Bank of Nowhere',
  'unknown field of a delivery': 'canary-unknown-field',
  'former content of an alert': 'Canary Former Holder',
  'unreadable delivery': 'canary-unreadable-body',
  'refused delivery': 'canary-refused-body',
  'reason of an answer': 'canary reason of the answer',
  'comments of an answer': 'canary comments of the answer',
  'preventive actions': 'canary preventive actions taken',
  'evidence content': 'canary-evidence-content',
};

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
  const env = { FILES_DIR: rig.system.config.filesDir };
  await rig.start('web', env);
  await rig.start('worker', env);
});
afterAll(() => rig.stop());

async function push(body: string, secret: string = SANDBOX_CREDENTIALS.WEBHOOK_SECRET): Promise<number> {
  const timestamp = String(Date.now());
  const signature = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
  const response = await fetch(`${rig.url}/api/v1/webhook/alerts`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-timestamp': timestamp, 'x-signature': signature },
    body,
  });
  await response.arrayBuffer();
  return response.status;
}

const alert = (cardholderName: string | undefined) =>
  JSON.stringify({
    alertId: 'CANARY-1',
    descriptor: 'CANARY SHOP',
    cardBin: '466655',
    amount: 19.9,
    currency: 'USD',
    alertTime: new Date().toISOString(),
    somethingNew: CANARIES['unknown field of a delivery'],
    additionalInfo: { cardholderName, issuer: CANARIES.issuer, cardNumber: CANARIES['card number'] },
  });

async function signIn(account: string, password: string, realm: string) {
  const headers = { 'x-client': 'api' };
  const call = await rig.system.client.call<{ accessToken: string; refreshToken: string }>(
    'POST',
    '/api/v1/auth/login',
    { body: { account, password, realm, remember: true }, headers },
  );
  return call.body.data;
}

it('A-327 C-157 A-228 no secret and no sensitive field stands in the open: not in a table, not in a file, not in a log', async () => {
  const { client, core, config } = rig.system;
  const hash = async (name: string) => ({ passwordHash: await core.ports.passwords.hash(CANARIES[name] ?? '') });
  const merchant = await rig.system.merchant(await hash('merchant password'));
  const staff = await rig.system.staff({ roles: ['SYSTEM_ADMIN'], ...(await hash('staff password')) });

  const session = await signIn(merchant.email, CANARIES['merchant password'] ?? '', 'merchant');
  const admin = await signIn(staff.email, CANARIES['staff password'] ?? '', 'staff');
  expect(await signIn(merchant.email, CANARIES['wrong password'] ?? '', 'merchant')).toBeFalsy();
  const renewed = await client.call<{ accessToken: string; refreshToken: string }>('POST', '/api/v1/auth/refresh', {
    body: { refreshToken: session.refreshToken },
    headers: { 'x-client': 'api' },
  });
  const token = renewed.body.data.accessToken;
  const call = async <T>(method: string, path: string, body?: unknown, as = token): Promise<T> => {
    const headers = body instanceof FormData ? {} : { 'idempotency-key': crypto.randomUUID() };
    const answer = await client.call<T>(method, `/api/v1${path}`, { token: as, body, headers });
    expect(answer.status, answer.text).toBe(200);
    return answer.body.data;
  };

  const card = await call<Card>('POST', '/cards', {
    descriptor: 'CANARY SHOP',
    cardBin: '466655',
    notifyEmail: merchant.email,
  });
  await call('POST', `/cards/${card.id}/register`, {});
  await settled(rig);

  expect(await push(alert(CANARIES['former content of an alert']))).toBe(200);
  await settled(rig);
  expect(await push(alert(CANARIES.cardholder))).toBe(200);
  expect(await push(`{"alertId":"CANARY-2","amount":"${CANARIES['unreadable delivery']}"}`)).toBe(200);
  expect(await push(`{"alertId":"${CANARIES['refused delivery']}"}`, 'a wrong secret')).toBe(401);
  await expect
    .poll(async () => (await rig.db.selectFrom('alertRevisions').select('id').execute()).length, { timeout: 20_000 })
    .toBe(1);

  const { id } = await rig.db.selectFrom('chargebackAlerts').select('id').executeTakeFirstOrThrow();
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(pdf(CANARIES['evidence content']))]), 'receipt.pdf');
  const file = await call<{ id: string }>('POST', `/alerts/${id}/evidence`, form);
  await call('PUT', `/alerts/${id}/process`, {
    action: 'DISPUTE',
    reason: CANARIES['reason of an answer'],
    comments: CANARIES['comments of an answer'],
    preventiveActions: CANARIES['preventive actions'],
    evidence: [file.id],
  });
  await expect
    .poll(
      async () =>
        (await rig.db.selectFrom('emailMessages').select('status').where('kind', '=', 'alert.answered').execute())[0]
          ?.status,
      { timeout: 20_000 },
    )
    .toBe('SENT');
  await expect
    .poll(
      async () =>
        (await rig.db.selectFrom('interfaceCalls').select('id').where('operation', '=', 'provider.feedback').execute())
          .length,
      { timeout: 20_000 },
    )
    .toBe(1);
  const { value, kind } = { kind: 'WEBHOOK_SECRET', value: CANARIES['new webhook secret'] };
  await call('PUT', '/admin/credentials', { kind, value }, admin.accessToken);
  for (const path of ['/admin/credentials', '/admin/deliveries', '/admin/audit', `/alerts/${id}`])
    await call('GET', path, undefined, admin.accessToken);

  // They are where they belong: what nobody planted can't be found.
  const seen = await call<{ answer: { comments: string } }>('GET', `/alerts/${id}`);
  expect(seen.answer.comments).toBe(CANARIES['comments of an answer']);

  const planted = {
    ...CANARIES,
    'access token': token,
    'first access token': session.accessToken,
    'refresh token': session.refreshToken,
    'new refresh token': renewed.body.data.refreshToken,
    'staff refresh token': admin.refreshToken,
  };
  async function* logs() {
    yield { where: 'log', bytes: Buffer.from(rig.logs()) };
  }
  expect(await search(cellsOf(rig.db), planted), 'tables').toEqual([]);
  expect(await search(filesBelow(config.filesDir), planted), 'files').toEqual([]);
  expect(rig.logs()).toContain('/alerts/{id}/process');
  expect(await search(logs(), planted), 'logs').toEqual([]);

  // And the search does find what stands in the open.
  expect((await search(cellsOf(rig.db), { descriptor: 'canary shop' })).map(({ where }) => where)).toContain(
    'chargeback_alerts.descriptor',
  );
  expect((await search(filesBelow(config.filesDir), { head: 'demo' })).length).toBeGreaterThan(0);
}, 120_000);
