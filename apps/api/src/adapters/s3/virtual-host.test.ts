import dns from 'node:dns';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { fileStoreContract } from '../../testing/file-store-contract.ts';
import { createS3Files } from './file-store.ts';
import { startS3Server } from './s3-server.fixtures.ts';
import { signatureOf, startVirtualHosts } from './virtual-host.fixtures.ts';

/** As a bucket is addressed in the cloud; the name is looked up below, so that nothing leaves this machine. */
const SERVICE = 's3.eu-central-1.amazonaws.com';
const BUCKET = 'forewarn-evidence';
const HERE = { address: '127.0.0.1', family: 4 };

let server: Awaited<ReturnType<typeof startS3Server>>;
let front: Awaited<ReturnType<typeof startVirtualHosts>>;
beforeAll(async () => {
  server = await startS3Server(BUCKET);
  front = await startVirtualHosts(server.settings, SERVICE);
});
afterAll(async () => {
  await front.stop();
  await server.stop();
});

beforeEach(() => {
  const lookup = (name: string, ...rest: unknown[]) => {
    const done = rest.pop() as (...answer: unknown[]) => void;
    const { all } = (rest.pop() ?? {}) as { all?: boolean };
    if (!name.endsWith(`.${SERVICE}`)) done(Object.assign(new Error(`no such name: ${name}`), { code: 'ENOTFOUND' }));
    else if (all) done(null, [HERE]);
    else done(null, HERE.address, HERE.family);
  };
  vi.spyOn(dns, 'lookup').mockImplementation(lookup);
});
afterEach(() => vi.restoreAllMocks());

const open = (change: object = {}) =>
  createS3Files({
    ...server.settings,
    ...{ endpoint: `http://${SERVICE}:${front.port}`, region: 'eu-central-1', pathStyle: false },
    ...change,
  });

it('the test’s own check of signatures agrees with the example AWS publishes (“GET Object”)', () => {
  const headers = {
    host: 'examplebucket.s3.amazonaws.com',
    range: 'bytes=0-9',
    'x-amz-content-sha256': 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    'x-amz-date': '20130524T000000Z',
    authorization:
      'AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,SignedHeaders=host;range;x-amz-content-sha256;x-amz-date,Signature=',
  };
  const secret = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY';
  expect(signatureOf({ method: 'GET', url: '/test.txt', headers }, secret)).toBe(
    'f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
  );
});

describe('A-368 S3_PATH_STYLE=false: files in a bucket that is part of the host’s name', () => {
  fileStoreContract(() => open());

  it('asks the bucket’s own host, and what it stores is what path style finds', async () => {
    front.hosts.clear();
    const key = `evidence/cd/${crypto.randomUUID()}`;
    await open().put(key, Buffer.from('sealed'));
    expect([...front.hosts]).toEqual([`${BUCKET}.${SERVICE}`]);
    expect(await createS3Files(server.settings).get(key)).toEqual(Buffer.from('sealed'));
    expect(await open().list('evidence/cd', new Date(Date.now() + 60_000))).toEqual([key]);
  });

  it('signs for that host: another secret is turned away, a bucket that isn’t there is no missing file', async () => {
    const why = (work: Promise<unknown>) => work.catch((error: { cause?: Error }) => error.cause?.message);
    const wrong = open({ secretAccessKey: 'something-else' });
    expect(await why(wrong.get('a/b'))).toMatch(/HTTP 403, SignatureDoesNotMatch$/);
    expect(await why(open({ bucket: 'elsewhere' }).get('a/b'))).toMatch(/NoSuchBucket$/);
    expect([...front.hosts]).toContain(`elsewhere.${SERVICE}`);
  });
});
