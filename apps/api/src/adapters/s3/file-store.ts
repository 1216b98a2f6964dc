import { createHash } from 'node:crypto';
import { AppError } from '@forewarn/core/kernel/errors';
import { FILE_KEY, type FileStore } from '@forewarn/core/ports/file-store';
import type { AwsClient } from 'aws4fetch';
import { readListing } from './listing.ts';

export interface S3Settings {
  /** Without trailing slash: `https://s3.eu-central-1.amazonaws.com`. */
  endpoint: string;
  region: string;
  bucket: string;
  accessKeyId: string;
  secretAccessKey: string;
  /** `endpoint/bucket/key`, which every S3-speaking server understands; false: `bucket.endpoint/key`. */
  pathStyle: boolean;
}

/** 10 MB over a slow line. */
const PATIENCE = 60_000;

/**
 * Files in a bucket that speaks S3 (signature version 4). A put is whole or not at all, and durable once it is answered: that is S3's own
 * promise. Errors: `UNAVAILABLE` with the store's code as cause; never the keys.
 */
export function createS3Files(settings: S3Settings): FileStore {
  const base = baseOf(settings);
  let signing: Promise<AwsClient> | undefined;
  // The library is read with the first file.
  const client = () => {
    signing ??= import('aws4fetch').then(({ AwsClient }) => new AwsClient({ ...settings, service: 's3', retries: 2 }));
    return signing;
  };

  async function call(method: 'GET' | 'PUT' | 'DELETE', key: string, init: RequestInit = {}): Promise<Response> {
    if (!FILE_KEY.test(key)) throw new Error(`Not a key of a stored file: ${key}`);
    return send(method, `${base}/${key}`, init);
  }

  async function listPage(folder: string, token: string) {
    if (!FILE_KEY.test(folder)) throw new Error(`Not a key of stored files: ${folder}`);
    const query = new URLSearchParams({ 'list-type': '2', prefix: `${folder}/`, delimiter: '/' });
    if (token !== '') query.set('continuation-token', token);
    const response = await send('GET', `${base}?${query}`);
    if (!response.ok) await refusal('list', response, false);
    return readListing((await bytesOf(response)).toString('utf8'));
  }

  async function send(method: string, url: string, init: RequestInit = {}): Promise<Response> {
    try {
      const request = { ...init, method, signal: AbortSignal.timeout(PATIENCE), redirect: 'error' as const };
      return await (await client()).fetch(url, request);
    } catch (cause) {
      throw new AppError('UNAVAILABLE', undefined, { cause });
    }
  }

  async function read(key: string, headers: Record<string, string> = {}): Promise<Buffer | undefined> {
    const response = await call('GET', key, { headers });
    if (response.ok) return bytesOf(response);
    if (response.status === 416) return Buffer.alloc(0);
    await refusal('read', response);
    return undefined;
  }

  return {
    async put(key, bytes) {
      const body = new Uint8Array(bytes);
      const sum = createHash('sha256').update(body).digest('hex');
      const headers = { 'x-amz-content-sha256': sum, 'content-type': 'application/octet-stream' };
      const response = await call('PUT', key, { body, headers });
      if (!response.ok) await refusal('store', response, false);
      await response.body?.cancel();
    },
    get: (key) => read(key),
    // A server that knows no ranges sends it all.
    head: async (key, bytes) => (await read(key, { range: `bytes=0-${bytes - 1}` }))?.subarray(0, bytes),
    async list(folder, before) {
      const keys: string[] = [];
      for (let after: string | undefined = ''; after !== undefined; ) {
        const page = await listPage(folder, after);
        keys.push(...page.entries.filter(({ written }) => written < before).map(({ key }) => key));
        after = page.next;
      }
      return keys;
    },
    async remove(key) {
      const response = await call('DELETE', key);
      if (!response.ok) await refusal('remove', response);
      await response.body?.cancel();
    },
  };
}

function baseOf({ endpoint, bucket, pathStyle }: S3Settings): string {
  if (pathStyle) return `${endpoint}/${bucket}`;
  const url = new URL(endpoint);
  return `${url.protocol}//${bucket}.${url.host}${url.pathname.replace(/\/$/, '')}`;
}

async function bytesOf(response: Response): Promise<Buffer> {
  try {
    return Buffer.from(await response.arrayBuffer());
  } catch (cause) {
    throw new AppError('UNAVAILABLE', undefined, { cause });
  }
}

/** Returns when the file just isn't there (and that may be); a bucket that isn't there is something else. */
async function refusal(verb: string, response: Response, mayBeMissing = true): Promise<void> {
  const text = await response.text().catch(() => '');
  const code = /<Code>(\w{1,60})<\/Code>/.exec(text)?.[1] ?? 'no code';
  if (mayBeMissing && response.status === 404 && code !== 'NoSuchBucket') return;
  const cause = new Error(`The file store could not ${verb}: HTTP ${response.status}, ${code}`);
  throw new AppError('UNAVAILABLE', undefined, { cause });
}
