import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, request } from 'node:http';
import type { AddressInfo } from 'node:net';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();

interface Signed {
  method: string;
  /** Path and query, as they were asked for. */
  url: string;
  headers: Readonly<Record<string, string | string[] | undefined>>;
}

/**
 * The signature (version 4) that a request should have, by the published rules: of the path as it is asked for, which with the bucket in the
 * host's name doesn't hold the bucket. Compared by the test with AWS's own example.
 */
export function signatureOf({ method, url, headers }: Signed, secret: string): string {
  const { pathname, searchParams } = new URL(url, 'http://host');
  const [, scope = '', names = ''] =
    /Credential=[^/]+\/([^,]+),\s*SignedHeaders=([^,]+)/.exec(String(headers.authorization)) ?? [];
  const encoded = (text: string) =>
    encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  const query = [...searchParams].map(([name, value]) => `${encoded(name)}=${encoded(value)}`).sort();
  const lines = names.split(';').map((name) => `${name}:${String(headers[name]).trim()}\n`);
  const body = String(headers['x-amz-content-sha256']);
  const asked = [method, pathname, query.join('&'), lines.join(''), names, body].join('\n');
  const text = ['AWS4-HMAC-SHA256', String(headers['x-amz-date']), scope, sha256(asked)].join('\n');
  const key = scope.split('/').reduce<string | Buffer>((before, part) => hmac(before, part), `AWS4${secret}`);
  return hmac(key, text).toString('hex');
}

/**
 * Stands before a server that speaks S3 as a service does whose buckets are hosts: takes the bucket from the `Host` header, checks the
 * signature, and hands the request on by path. (The server in our tests reckons signatures of such requests as of path style.)
 */
export async function startVirtualHosts(server: { endpoint: string; secretAccessKey: string }, service: string) {
  const hosts = new Set<string>();
  const front = createServer((incoming, reply) => {
    const host = String(incoming.headers.host).split(':')[0] ?? '';
    hosts.add(host);
    const { method = '', url = '', headers } = incoming;
    const given = /Signature=(\w+)/.exec(String(headers.authorization))?.[1];
    if (given !== signatureOf({ method, url, headers }, server.secretAccessKey)) {
      incoming.resume();
      return void reply.writeHead(403).end('<Error><Code>SignatureDoesNotMatch</Code></Error>');
    }
    handOn(incoming, `${server.endpoint}/${host.replace(`.${service}`, '')}${url}`).then(
      (answer) => {
        reply.writeHead(answer.statusCode ?? 500, answer.headers);
        answer.pipe(reply);
      },
      () => reply.destroy(),
    );
  });
  await new Promise<void>((resolve) => front.listen(0, '127.0.0.1', resolve));
  return {
    port: (front.address() as AddressInfo).port,
    hosts,
    stop: () => new Promise((resolve) => front.close(resolve)),
  };
}

function handOn(incoming: IncomingMessage, url: string): Promise<IncomingMessage> {
  const { authorization: _, host: __, ...headers } = incoming.headers;
  return new Promise((resolve, reject) => {
    incoming.pipe(request(url, { method: incoming.method ?? 'GET', headers }, resolve).on('error', reject));
  });
}
