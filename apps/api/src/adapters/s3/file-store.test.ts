import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileStoreContract } from '../../testing/file-store-contract.ts';
import { createS3Files } from './file-store.ts';
import { startS3Server } from './s3-server.fixtures.ts';

let server: Awaited<ReturnType<typeof startS3Server>>;
beforeAll(async () => {
  server = await startS3Server('forewarn-evidence');
});
afterAll(() => server.stop());

const open = (change: object = {}) => createS3Files({ ...server.settings, ...change });
const problem = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { code?: string; cause?: Error }) => `${error.code}: ${error.cause?.message}`,
  );

describe('A-368 files in a bucket', () => fileStoreContract(() => open()));

describe('A-368 a bucket that refuses', () => {
  it('signs: another secret is turned away, which is no missing file', async () => {
    const wrong = open({ secretAccessKey: 'something-else' });
    const acts = [
      () => wrong.put('a/b', Buffer.from('x')),
      () => wrong.get('a/b'),
      () => wrong.head('a/b', 3),
      () => wrong.list('a', new Date()),
      () => wrong.remove('a/b'),
    ];
    for (const act of acts) expect(await problem(act())).toMatch(/^UNAVAILABLE: .*HTTP 403, SignatureDoesNotMatch$/);
  });

  it('a bucket that isn’t there is no missing file either', async () => {
    expect(await problem(open({ bucket: 'elsewhere' }).get('a/b'))).toMatch(/^UNAVAILABLE: .*NoSuchBucket$/);
    expect(await problem(open({ bucket: 'elsewhere' }).put('a/b', Buffer.from('x')))).toMatch(/NoSuchBucket$/);
  });

  it('one that can’t be reached, breaks off or sends somewhere else', async () => {
    expect(await problem(open({ endpoint: 'http://127.0.0.1:9' }).get('a/b'))).toMatch(/^UNAVAILABLE/);
    const odd = createServer((request, response) => {
      if (request.url?.endsWith('/moved')) response.writeHead(302, { location: server.settings.endpoint }).end();
      else response.writeHead(200, { 'content-length': 100 }).write('half', () => response.destroy());
    });
    await new Promise<void>((resolve) => odd.listen(0, '127.0.0.1', resolve));
    const files = open({ endpoint: `http://127.0.0.1:${(odd.address() as AddressInfo).port}` });
    expect(await problem(files.get('a/half'))).toMatch(/^UNAVAILABLE/);
    expect(await problem(files.get('a/moved'))).toMatch(/^UNAVAILABLE/);
    odd.close();
  });

  it('no error tells a key', async () => {
    const error = await open({ secretAccessKey: 'very-secret-value' })
      .get('a/b')
      .then(
        () => '',
        (thrown: Error) => `${thrown.stack}${(thrown.cause as Error).stack}${JSON.stringify(thrown)}`,
      );
    expect(error).toContain('SignatureDoesNotMatch');
    expect(error).not.toContain('very-secret-value');
  });
});
