import { adminAlertCounts, adminListAlerts } from '@forewarn/core/alerts';
import { AdminAlertListInput } from '@forewarn/core/alerts/model';
import { execute } from '@forewarn/core/kernel/execute';
import { buildMerchant, buildStaff, testCaller } from '@forewarn/core/testing';
import type { Deps } from '../deps.ts';
import { fillAlerts } from './fill.ts';
import { LIST_FILTERS, ordersOf, STAFF_FILTERS } from './lists.ts';
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
    const ask = (path: string) => time(() => answered(fetch(`${origin}/api/v1/${path}`, { headers })), rounds);
    return [
      { name: 'baseline: who am I', ...(await ask('auth/me')), order: '' },
      { name: 'quick filters’ numbers', ...(await ask('alerts/counts')), order: '' },
      { name: 'page 50 of 20', ...(await ask('alerts?page=50&size=20')), order: '' },
      ...(await everyList(LIST_FILTERS, (query) => ask(`alerts?${query}`))),
    ];
  } finally {
    server.stop();
  }
}

/** The same lists, and those of the work queue, over everyone's alerts: what staff ask, without HTTP. */
export async function benchStaffList({ core }: Deps, rounds: number): Promise<ListFigures[]> {
  const caller = testCaller((await buildStaff(core.db)).actor);
  const counts = await time(() => execute(core, caller, adminAlertCounts, {}), rounds);
  const lists = await everyList({ ...LIST_FILTERS, ...STAFF_FILTERS }, (query) => {
    const input = AdminAlertListInput.parse(Object.fromEntries(new URLSearchParams(query)));
    return time(() => execute(core, caller, adminListAlerts, input), rounds);
  });
  return [{ name: 'quick filters’ numbers', ...counts, order: '' }, ...lists];
}

type Times = Pick<ListFigures, 'p50' | 'p95'>;

async function everyList(filters: Record<string, string>, ask: (query: string) => Promise<Times>) {
  const figures: ListFigures[] = [];
  for (const [name, query] of Object.entries(filters)) {
    const orders = [];
    for (const order of ordersOf(query)) orders.push({ order, ...(await ask(`${query}&${order}`)) });
    orders.sort((one, other) => one.p95 - other.p95);
    const slowest = orders.at(-1);
    if (slowest) figures.push({ name, ...slowest, p50: orders[orders.length >> 1]?.p50 ?? slowest.p50 });
  }
  return figures;
}

async function answered(asked: Promise<Response>): Promise<void> {
  const response = await asked;
  await response.arrayBuffer();
  if (!response.ok) throw new Error(`${response.url}: HTTP ${response.status}`);
}

async function time(call: () => Promise<unknown>, rounds: number): Promise<Times> {
  const times: number[] = [];
  for (let round = -3; round < rounds; round++) {
    const started = performance.now();
    await call();
    if (round >= 0) times.push(performance.now() - started);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor(times.length * share)] ?? Number.NaN;
  return { p50: at(0.5), p95: at(0.95) };
}
