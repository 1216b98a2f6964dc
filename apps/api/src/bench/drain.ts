import type { Deps } from '../deps.ts';
import { runLoad } from './client.ts';
import { fillDeliveries } from './fill.ts';
import { startProcess } from './process.ts';
import { alertRequests } from './requests.ts';

export interface DrainFigures {
  backlog: number;
  receivedMeanwhile: number;
  /** Alerts matched and written with their events, a second. */
  perSecond: number;
  receivingP99: number;
}

/** The newest alert's number: numbers are given without gaps here, and asking costs nothing. */
async function newestAlert(deps: Deps): Promise<number> {
  const row = await deps.core.db
    .selectFrom('chargebackAlerts')
    .select('id')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.id ?? 0;
}

/** A backlog is worked off by one worker while the receiver takes new deliveries on 20 connections. */
export async function benchDrain(deps: Deps, backlog: number): Promise<DrainFigures> {
  const label = `drain-${Date.now().toString(36)}`;
  await fillDeliveries(deps.core, deps.receiving, backlog, label);
  const before = await newestAlert(deps);
  const server = await startProcess('./server.ts', ['c']);
  const requests = alertRequests(4000, `${label}-new`);
  const started = performance.now();
  const worker = await startProcess('./worker.ts', []);
  const load = runLoad({ port: server.port, connections: 4, requests, longest: 60_000 });
  try {
    let done = 0;
    while (done < backlog && performance.now() - started < 120_000) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      done = (await newestAlert(deps)) - before;
    }
    const seconds = (performance.now() - started) / 1000;
    const received = await load;
    return { backlog, receivedMeanwhile: received.ok, perSecond: done / seconds, receivingP99: received.p99 };
  } finally {
    worker.stop();
    server.stop();
  }
}
