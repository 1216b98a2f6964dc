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

async function measure(kind: 'a' | 'b' | 'c', connections: number, count: number, round: string): Promise<LoadResult> {
  const { port, stop } = await startProcess('./server.ts', [kind]);
  try {
    const warm = alertRequests(Math.min(3000, count), `${round}-${kind}-w${connections}`);
    await runLoad({ port, connections, requests: warm, longest: 4000 });
    return await runLoad({
      port,
      connections,
      requests: alertRequests(count, `${round}-${kind}-${connections}`),
      longest: 12_000,
    });
  } finally {
    stop();
  }
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

export async function benchReceive(connections: number, count: number, rounds: number): Promise<ReceiveFigures> {
  const results: Record<'a' | 'b' | 'c', LoadResult[]> = { a: [], b: [], c: [] };
  for (let round = 0; round < rounds; round++) {
    for (const kind of ['a', 'b', 'c'] as const)
      results[kind].push(await measure(kind, connections, count, `r${Date.now().toString(36)}`));
  }
  return { connections, a: median(results.a), b: median(results.b), c: median(results.c) };
}
