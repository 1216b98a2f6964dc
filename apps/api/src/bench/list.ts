import { buildMerchant } from '@forewarn/core/testing';
import type { Deps } from '../deps.ts';
import { fillAlerts } from './fill.ts';
import { startProcess } from './process.ts';

export interface ListFigures {
  name: string;
  p50: number;
  p95: number;
}

const since = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();
const LISTS: Record<string, string> = {
  'needs an answer, most urgent first': 'alerts?needsAnswer=true&sort=urgency&order=asc',
  'needs an answer, soonest first': 'alerts?needsAnswer=true&sort=deadline&order=asc',
  'newest first': 'alerts?sort=alertTime&order=desc',
  'by amount': 'alerts?sort=amount&order=desc',
  'by risk': 'alerts?sort=riskLevel&order=desc',
  'by deadline': 'alerts?sort=deadline&order=asc',
  'processed, newest first': 'alerts?status=PROCESSED',
  'low risk, largest first': 'alerts?riskLevel=LOW&sort=amount&order=desc',
  'RDR of Mastercard: none': 'alerts?program=RDR&brand=MASTERCARD',
  'AmEx, by risk': 'alerts?brand=AMEX&sort=riskLevel',
  'refused answers, oldest first': 'alerts?feedbackStatus=REJECTED&order=asc',
  'rare currency': 'alerts?currency=ISK&sort=alertTime',
  'high risk, last 30 days': `alerts?riskLevel=HIGH&from=${since(30)}`,
  'last 30 days, soonest deadline': `alerts?from=${since(30)}&sort=deadline&order=asc`,
  'amount 10–20': 'alerts?minAmount=10&maxAmount=20',
  'amount 10–20 in yen, processed, by risk':
    'alerts?minAmount=10&maxAmount=20&currency=JPY&status=PROCESSED&sort=riskLevel',
  'search a transaction': 'alerts?keyword=TX1047',
  'search a word of all descriptors': 'alerts?keyword=shop',
  'page 50 of 20': 'alerts?page=50&size=20',
  'quick filters’ numbers': 'alerts/counts',
};

/** A merchant with a tenth of `alerts` asks for its lists at the API, over HTTP, signed in. The first line is the bare round trip. */
export async function benchList(deps: Deps, alerts: number, rounds: number): Promise<ListFigures[]> {
  const password = 'Bench-passw0rd';
  const merchant = await buildMerchant(deps.core.db, { passwordHash: await deps.core.ports.passwords.hash(password) });
  const own = Math.ceil(alerts / 10);
  await fillAlerts(deps.core, merchant.id, own, alerts - own);
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
      figures.push(await time(name, () => fetch(`${origin}/api/v1/${query}`, { headers }), rounds));
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
