import type { World } from '../world.ts';
import { buildAlerts } from './build-alert.ts';
import { type Delivery, deliver, webhookUrl } from './deliver.ts';
import type { PushRecord } from './log.ts';
import type { PushOptions } from './options.ts';

export type PushResult = Pick<PushRecord, 'alertId' | 'status' | 'body' | 'headers' | 'error' | 'durationMs'>;

/** Pushes alerts to the platform, `concurrency` at a time, and returns its answers in the order of the alerts. */
export async function pushAlerts(world: World, options: PushOptions): Promise<PushResult[]> {
  webhookUrl(world, 'alert');
  const deliveries = buildAlerts(world, options);
  const results: PushResult[] = new Array(deliveries.length);
  const queue = deliveries.entries();
  const lane = async () => {
    for (const [index, delivery] of queue) results[index] = await push(world, delivery, options);
  };
  await Promise.all(Array.from({ length: Math.min(options.concurrency, deliveries.length) }, lane));
  return results;
}

async function push(world: World, delivery: Delivery, options: PushOptions): Promise<PushResult> {
  const { alertId, status, body, headers, error, durationMs } = await deliver(world, delivery, options);
  return { alertId, status, body, headers, error, durationMs };
}
