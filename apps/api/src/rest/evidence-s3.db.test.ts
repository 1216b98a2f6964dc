import { buildAlert } from '@forewarn/core/testing';
import { pdf } from '@forewarn/core/testing/evidence-files';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startS3Server } from '../adapters/s3/s3-server.fixtures.ts';
import { checkFiles } from '../check-files.ts';
import { startTestSystem, type TestSystem } from '../testing/index.ts';

let bucket: Awaited<ReturnType<typeof startS3Server>>;
let system: TestSystem;
beforeAll(async () => {
  bucket = await startS3Server('forewarn-evidence');
  const { endpoint, accessKeyId, secretAccessKey } = bucket.settings;
  system = await startTestSystem({
    env: {
      S3_ENDPOINT: endpoint,
      S3_BUCKET: 'forewarn-evidence',
      S3_ACCESS_KEY_ID: accessKeyId,
      S3_SECRET_ACCESS_KEY: secretAccessKey,
    },
  });
});
afterAll(async () => {
  await system.stop();
  await bucket.stop();
});

async function setUp() {
  const merchant = await system.merchant();
  const alert = await buildAlert(system.core.db, { merchantId: merchant.id });
  const token = await merchant.token();
  const path = `/api/v1/alerts/${alert.id}/evidence`;
  const upload = (bytes: Buffer) => {
    const body = new FormData();
    body.append('file', new Blob([new Uint8Array(bytes)]), 'a.pdf');
    return system.client.call<{ id: string }>('POST', path, { token, body });
  };
  const read = (id: string) => fetch(`${system.url}${path}/${id}`, { headers: { authorization: `Bearer ${token}` } });
  return { upload, read };
}

it('A-159 A-368 evidence in a bucket: uploaded, sealed there, read back; the check at the start is content', async () => {
  expect(await checkFiles(system.core)).toBe(true);
  const { upload, read } = await setUp();
  const secret = pdf(`cardholder ${crypto.randomUUID()}`);
  const { data } = (await upload(secret)).body;
  expect(Buffer.from(await (await read(data.id)).arrayBuffer())).toEqual(secret);
  const { storageKey } = await system.core.db
    .selectFrom('alertEvidence')
    .select('storageKey')
    .where('id', '=', data.id)
    .executeTakeFirstOrThrow();
  const sealed = await system.core.ports.files.get(storageKey);
  expect(sealed?.length).toBeGreaterThan(secret.length);
  expect(sealed?.includes('cardholder') || sealed?.includes('%PDF')).toBe(false);
});

it('A-368 a bucket that has gone is said to be unavailable, and nothing is left half done', async () => {
  const { upload, read } = await setUp();
  const { data } = (await upload(pdf('first'))).body;
  await bucket.stop();
  const refused = await upload(pdf('second'));
  expect([refused.status, refused.body.error]).toEqual([503, 'UNAVAILABLE']);
  expect((await read(data.id)).status).toBe(503);
  expect(await checkFiles(system.core)).toBe(false);
  const { n } = await system.core.db
    .selectFrom('alertEvidence')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('fileName', '=', 'a.pdf')
    .executeTakeFirstOrThrow();
  expect(Number(n)).toBe(2);
  bucket = await startS3Server('forewarn-evidence');
});
