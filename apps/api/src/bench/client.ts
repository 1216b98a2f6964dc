import { createConnection, type Socket } from 'node:net';

export interface LoadResult {
  /** Answers with status 200 a second. */
  perSecond: number;
  /** Milliseconds. */
  p50: number;
  p95: number;
  p99: number;
  ok: number;
  failed: number;
}

export interface Load {
  port: number;
  connections: number;
  /** Raw HTTP/1.1 requests, each sent once. */
  requests: readonly Buffer[];
  /** Stop after this long even when requests are left, in ms. */
  longest: number;
}

/**
 * The lightest HTTP client there is, so that on two cores the server is what is measured: raw sockets, requests made beforehand,
 * each connection sends its next request when it has its answer (closed loop).
 */
export async function runLoad({ port, connections, requests, longest }: Load): Promise<LoadResult> {
  const latencies: number[] = [];
  let next = 0;
  let failed = 0;
  const started = performance.now();
  const until = started + longest;
  const take = () => (performance.now() < until ? requests[next++] : undefined);
  await Promise.all(
    Array.from({ length: Math.min(connections, requests.length) }, () =>
      runConnection(port, take, latencies, () => failed++),
    ),
  );
  const seconds = (performance.now() - started) / 1000;
  latencies.sort((a, b) => a - b);
  const at = (share: number) =>
    latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))] ?? Number.NaN;
  return {
    perSecond: latencies.length / seconds,
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    ok: latencies.length,
    failed,
  };
}

function runConnection(
  port: number,
  take: () => Buffer | undefined,
  latencies: number[],
  fail: () => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket: Socket = createConnection({ port, host: '127.0.0.1', noDelay: true });
    let sentAt = 0;
    let pending = '';
    const send = () => {
      const request = take();
      if (!request) return void socket.end();
      sentAt = performance.now();
      socket.write(request);
    };
    socket.setEncoding('latin1');
    socket.on('connect', send);
    socket.on('data', (chunk: string) => {
      pending += chunk;
      const head = pending.indexOf('\r\n\r\n');
      if (head < 0) return;
      const length = Number(/content-length: (\d+)/i.exec(pending.slice(0, head))?.[1] ?? 0);
      if (pending.length < head + 4 + length) return;
      if (pending.startsWith('HTTP/1.1 200')) latencies.push(performance.now() - sentAt);
      else fail();
      pending = '';
      send();
    });
    socket.on('error', reject);
    socket.on('close', () => resolve());
  });
}
