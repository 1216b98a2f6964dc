import type { Deps } from '../deps.ts';
import { runLoad } from './client.ts';
import { startProcess } from './process.ts';
import { alertRequests } from './requests.ts';

export interface MailFigures {
  alerts: number;
  perSecond: number;
  /** Seconds from the delivery's commit to the mail server's 250. */
  p50: number;
  p95: number;
}

/** Alerts at a steady rate; how long until each one's mail was handed over. */
export async function benchMail(deps: Deps, perSecond: number, seconds: number): Promise<MailFigures> {
  const label = `mail-${Date.now().toString(36)}`;
  const server = await startProcess('./server.ts', ['c']);
  const worker = await startProcess('./worker.ts', []);
  try {
    const requests = alertRequests(perSecond * seconds, label);
    for (let second = 0; second < seconds; second++) {
      const started = performance.now();
      await runLoad({
        port: server.port,
        connections: 5,
        requests: requests.slice(second * perSecond, (second + 1) * perSecond),
        longest: 5000,
      });
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, 1000 - (performance.now() - started))));
    }
    const deadline = performance.now() + 60_000;
    let waits: number[] = [];
    while (waits.length < requests.length && performance.now() < deadline) {
      const rows = await deps.core.db
        .selectFrom('emailMessages as e')
        .innerJoin('chargebackAlerts as a', 'a.id', 'e.alertRef')
        .where('a.alertId', 'like', `${label}%`)
        .where('e.status', '=', 'SENT')
        .select(['a.id', 'a.createdTime', 'e.sentTime'])
        .execute();
      const first = new Map<number, number>();
      for (const row of rows) {
        const wait = (row.sentTime!.getTime() - row.createdTime.getTime()) / 1000;
        first.set(row.id, Math.min(wait, first.get(row.id) ?? Number.POSITIVE_INFINITY));
      }
      waits = [...first.values()].sort((a, b) => a - b);
      if (waits.length < requests.length) await new Promise((resolve) => setTimeout(resolve, 250));
    }
    const at = (share: number) => waits[Math.min(waits.length - 1, Math.floor(waits.length * share))] ?? Number.NaN;
    return { alerts: waits.length, perSecond, p50: at(0.5), p95: at(0.95) };
  } finally {
    worker.stop();
    server.stop();
  }
}
