import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Hono } from 'hono';
import type { Doors, HttpEnv } from './doors.ts';
import { mountHealth } from './health.ts';

/** On its own port, away from the public one: `/metrics`, `/healthz`, `/readyz`. Every process has it, the worker too. */
export function createMetricsApp({ metrics, unready }: Pick<Doors, 'metrics' | 'unready'>): Hono<HttpEnv> {
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  metrics.gauge('process_uptime_seconds', 'Seconds since start', () => process.uptime());
  metrics.gauge('process_resident_memory_bytes', 'Memory held', () => process.memoryUsage.rss());
  metrics.gauge('nodejs_eventloop_lag_p99_seconds', 'Event loop delay since the last scrape, 99th percentile', () => {
    const seconds = delay.percentile(99) / 1e9;
    delay.reset();
    return seconds;
  });

  const app = new Hono<HttpEnv>();
  mountHealth(app, { unready });
  app.get('/metrics', async (c) => c.text(await metrics.text(), 200, { 'Content-Type': 'text/plain; version=0.0.4' }));
  return app;
}
