import { buildMerchant } from '@forewarn/core/testing';
import type { Deps } from '../deps.ts';
import { fillAlerts } from './fill.ts';
import { LIST_FILTERS, ordersOf } from './lists.ts';
import { startProcess } from './process.ts';

export interface ListFigures {
  name: string;
  /** ms, of the middle and of the slowest order. */
  p50: number;
  p95: number;
  /** The slowest order. */
  order: string;
}

/** A merchant with a tenth of `alerts` asks for every list in every order at the API, over HTTP, signed in. The first line is the bare round trip. */
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
    const ask = (path: string) => time(path, () => fetch(`${origin}/api/v1/${path}`, { headers }), rounds);
    const figures = [
      { name: 'baseline: who am I', ...(await ask('auth/me')), order: '' },
      { name: 'quick filters’ numbers', ...(await ask('alerts/counts')), order: '' },
      { name: 'page 50 of 20', ...(await ask('alerts?page=50&size=20')), order: '' },
    ];
    for (const [name, query] of Object.entries(LIST_FILTERS)) {
      const orders = [];
      for (const order of ordersOf(query)) orders.push({ order, ...(await ask(`alerts?${query}&${order}`)) });
      orders.sort((one, other) => one.p95 - other.p95);
      const slowest = orders.at(-1);
      if (slowest) figures.push({ name, ...slowest, p50: orders[orders.length >> 1]?.p50 ?? slowest.p50 });
    }
    return figures;
  } finally {
    server.stop();
  }
}

async function time(name: string, call: () => Promise<Response>, rounds: number) {
  const times: number[] = [];
  for (let round = -3; round < rounds; round++) {
    const started = performance.now();
    const response = await call();
    await response.arrayBuffer();
    if (!response.ok) throw new Error(`${name}: HTTP ${response.status}`);
    if (round >= 0) times.push(performance.now() - started);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor(times.length * share)] ?? Number.NaN;
  return { p50: at(0.5), p95: at(0.95) };
}
