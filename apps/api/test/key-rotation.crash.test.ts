import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { KeyStatus, Rotation } from '@forewarn/core/keys/model';
import { pdf } from '@forewarn/core/testing/evidence-files';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addMerchant, type CrashMerchant } from './crash/merchant.ts';
import type { Process } from './crash/processes.ts';
import { type Rig, startRig } from './crash/rig.ts';
import { sendAlerts } from './crash/sender.ts';
import { settled } from './crash/settled.ts';

const DEMO = 'demo:ZGVtby1kYXRhLWtleS1ub3QtZm9yLXByb2R1Y3Rpb24=';
const NEXT = `next:${randomBytes(32).toString('base64')}`;

let rig: Rig;
let merchant: CrashMerchant;
let token: string;
let admin: string;
let processes: Process[] = [];
beforeAll(async () => {
  rig = await startRig({ EFFECT_LEASE_MS: '2000', INGEST_LEASE_MS: '2000' });
  await startWith(DEMO);
  merchant = await addMerchant(rig);
});
afterAll(() => rig.stop());

const env = (keys: string) => ({ DATA_KEYS: keys, FILES_DIR: rig.system.config.filesDir });

/** As an operator restarts everything with other keys. */
async function startWith(keys: string): Promise<void> {
  await Promise.all(processes.map((one) => one.kill('SIGTERM')));
  processes = [await rig.start('web', env(keys)), await rig.start('worker', env(keys))];
}

const push = (count: number) => sendAlerts({ url: rig.url, alerts: merchant.alerts(count) });
const status = async () =>
  (await rig.system.client.call<KeyStatus>('GET', '/api/v1/admin/keys', { token: admin })).body.data;

async function upload(alertId: string): Promise<string> {
  const { id } = await rig.db
    .selectFrom('chargebackAlerts')
    .select('id')
    .where('alertId', '=', alertId)
    .executeTakeFirstOrThrow();
  const body = new FormData();
  body.append('file', new Blob([new Uint8Array(pdf(alertId))]), 'receipt.pdf');
  const path = `/api/v1/alerts/${id}/evidence`;
  const answer = await rig.system.client.call<{ id: string }>('POST', path, { token, body });
  expect(answer.status).toBe(200);
  return `${path}/${answer.body.data.id}`;
}

/** Alerts come and are answered until it is told to stop; answers what was acknowledged. */
function load() {
  const acked: string[] = [];
  let on = true;
  const done = (async () => {
    while (on) {
      const { acked: some } = await push(4);
      acked.push(...some);
      await merchant.answer(some[0] ?? '');
    }
  })();
  return {
    async stop() {
      on = false;
      await done;
      return acked;
    },
  };
}

it('A-327 C-157 under load and with its worker killed twice, a rotation leaves nothing under the former key, which can then go', async () => {
  const account = await rig.system.staff({ roles: ['SYSTEM_ADMIN'] });
  admin = await account.token();
  const { acked } = await push(150);
  await settled(rig);
  const [owner] = await rig.db.selectFrom('merchants').select('email').execute();
  token = await rig.system.client.signIn(owner?.email ?? '', 'Test-passw0rd', 'merchant');
  const files: string[] = [];
  for (const alertId of acked.slice(0, 6)) files.push(await upload(alertId));
  for (const alertId of acked.slice(0, 10)) await merchant.answer(alertId);
  await settled(rig);

  await startWith(`${DEMO},${NEXT}`);
  await startWith(`${NEXT},${DEMO}`);
  const traffic = load();
  await processes[1]?.kill('SIGTERM');
  const started = await rig.system.client.call<Rotation>('POST', '/api/v1/admin/keys/rotate', { token: admin });
  expect(started.body.data).toMatchObject({ targetKey: 'next', status: 'RUNNING', resealed: 0 });

  for (const point of ['reseal.after-commit', 'reseal.before-commit'] as const) {
    const before = (await status()).rotation?.resealed ?? 0;
    const dying = await rig.start('worker', { ...env(`${NEXT},${DEMO}`), CRASH_AT: point });
    expect(await dying.ended).toBe('SIGKILL');
    const { rotation } = await status();
    expect(rotation).toMatchObject({ status: 'RUNNING' });
    if (point === 'reseal.before-commit') expect(rotation?.resealed).toBe(before);
  }
  processes = [processes[0] as Process, await rig.start('worker', env(`${NEXT},${DEMO}`))];
  for (let now = await status(); now.rotation?.status === 'RUNNING'; now = await status()) await sleep(100);
  const under = await traffic.stop();
  await settled(rig);

  const done = await status();
  expect(done).toMatchObject({
    sealing: 'next',
    rotation: { status: 'DONE', unreadable: 0, share: 1 },
    removable: ['demo'],
  });
  expect(done.rotation?.resealed).toBeGreaterThan(300);
  expect(done.parts.flatMap(({ keys, more }) => [...keys.map(({ keyId }) => keyId), more])).not.toContain('demo');
  expect(done.parts.find(({ sealed }) => sealed === 'alert_evidence.content')?.keys).toEqual([
    { keyId: 'next', rows: files.length, readable: true },
  ]);

  await startWith(NEXT);
  const rows = await rig.db.selectFrom('chargebackAlerts').select(['id', 'alertId']).execute();
  expect(rows.map(({ alertId }) => alertId).sort()).toEqual([...acked, ...under].sort());
  for (const { id } of rows) {
    const alert = await rig.system.client.call<{ cardholderMasked: string }>('GET', `/api/v1/alerts/${id}`, { token });
    expect(alert.body.data.cardholderMasked, alert.text).toMatch(/^C\*+r$/);
  }
  for (const path of files) {
    const file = await fetch(rig.url + path, { headers: { authorization: `Bearer ${token}` } });
    expect(await file.text()).toContain('%PDF');
  }
  for (const { id } of await rig.db.selectFrom('providerDeliveries').select('id').execute())
    expect((await rig.system.client.call('GET', `/api/v1/admin/deliveries/${id}`, { token: admin })).status).toBe(200);
  const more = await push(3);
  await settled(rig);
  for (const alertId of more.acked) await merchant.answer(alertId);
  await settled(rig);
});
