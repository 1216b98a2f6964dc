import { type LoadResult, runLoad } from './client.ts';
import { startProcess } from './process.ts';
import { alertRequests } from './requests.ts';

/** Receiving: three servers on one machine in one run, in turn, several rounds; medians and ratios. Thresholds belong to the reader. */
export interface ReceiveFigures {
  connections: number;
  a: LoadResult;
  b: LoadResult;
  c: LoadResult;
}

function median(results: LoadResult[]): LoadResult {
  const pick = (of: (result: LoadResult) => number) =>
    results.map(of).sort((x, y) => x - y)[Math.floor(results.length / 2)] ?? Number.NaN;
  return {
    perSecond: pick((r) => r.perSecond),
    p50: pick((r) => r.p50),
    p95: pick((r) => r.p95),
    p99: pick((r) => r.p99),
    ok: results.reduce((sum, r) => sum + r.ok, 0),
    failed: results.reduce((sum, r) => sum + r.failed, 0),
  };
}

const KINDS = ['a', 'b', 'c'] as const;

/** All three servers are up and take turns, a short burst each, so that a machine that slows down slows down all of them. */
export async function benchReceive(connections: number, burst: number, rounds: number): Promise<ReceiveFigures> {
  const results: Record<'a' | 'b' | 'c', LoadResult[]> = { a: [], b: [], c: [] };
  const label = Date.now().toString(36);
  const servers = await Promise.all(KINDS.map((kind) => startProcess('./server.ts', [kind])));
  try {
    for (let round = -1; round < rounds; round++) {
      for (const [index, kind] of KINDS.entries()) {
        const requests = alertRequests(burst, `${label}-${round}-${kind}-${connections}`);
        const figures = await runLoad({ port: servers[index]!.port, connections, requests, longest: 12_000 });
        // The first round warms up.
        if (round >= 0) results[kind].push(figures);
      }
    }
  } finally {
    for (const server of servers) server.stop();
  }
  return { connections, a: median(results.a), b: median(results.b), c: median(results.c) };
}
