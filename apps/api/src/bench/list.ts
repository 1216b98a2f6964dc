import { buildMerchant } from '@forewarn/core/testing';
import type { Deps } from '../deps.ts';
import { fillAlerts } from './fill.ts';
import { startProcess } from './process.ts';

export interface ListFigures {
  name: string;
  p50: number;
  p95: number;
}

const LISTS: Record<string, string> = {
  'needs an answer, soonest first': 'needsAnswer=true&sort=deadline&order=asc',
  'newest first': 'sort=alertTime&order=desc',
  'by amount': 'sort=amount&order=desc',
  'by risk': 'sort=riskLevel&order=desc',
  'processed, newest first': 'status=PROCESSED',
  'high risk, last 30 days': `riskLevel=HIGH&from=${new Date(Date.now() - 30 * 86_400_000).toISOString()}`,
  'amount 10–20': 'minAmount=10&maxAmount=20',
  'search a transaction': 'keyword=TX1047',
  'page 50 of 20': 'page=50&size=20',
};

/** A merchant with 200,000 alerts asks for its lists at the API, over HTTP, signed in. The first line is the bare round trip. */
export async function benchList(deps: Deps, alerts: number, rounds: number): Promise<ListFigures[]> {
  const password = 'Bench-passw0rd';
  const merchant = await buildMerchant(deps.core.db, { passwordHash: await deps.core.ports.passwords.hash(password) });
  await fillAlerts(deps.core, merchant.id, alerts);
  const server = await startProcess('./server.ts', ['c'], { RATE_READ: '1000000/60' });
  const origin = `http://127.0.0.1:${server.port}`;
  try {
    const signedIn = await fetch(`${origin}/api/v1/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-client': 'api' },
      body: JSON.stringify({ account: merchant.email, password }),
    });
    const { data } = (await signedIn.json()) as { data: { accessToken: string } };
    const headers = { authorization: `Bearer ${data.accessToken}` };
    const figures = [await time('baseline: who am I', () => fetch(`${origin}/api/v1/auth/me`, { headers }), rounds)];
    for (const [name, query] of Object.entries(LISTS))
      figures.push(await time(name, () => fetch(`${origin}/api/v1/alerts?${query}`, { headers }), rounds));
    return figures;
  } finally {
    server.stop();
  }
}

async function time(name: string, call: () => Promise<Response>, rounds: number): Promise<ListFigures> {
  const times: number[] = [];
  for (let round = -5; round < rounds; round++) {
    const started = performance.now();
    const response = await call();
    await response.arrayBuffer();
    if (!response.ok) throw new Error(`${name}: HTTP ${response.status}`);
    if (round >= 0) times.push(performance.now() - started);
  }
  times.sort((a, b) => a - b);
  return {
    name,
    p50: times[Math.floor(times.length / 2)] ?? Number.NaN,
    p95: times[Math.floor(times.length * 0.95)] ?? Number.NaN,
  };
}
