import type { Logger } from '@forewarn/core/kernel/context';
import type { Bell, QueueName } from '@forewarn/core/ports/bell';
import { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';

export interface BellSettings {
  redisUrl: string;
  prefix: string;
  log: Logger;
}

export interface ClosableBell extends Bell {
  close(): Promise<void>;
}

/** A short, bounded wait between reconnects: BullMQ's own grows to 20 s, which is how long a ring would stay lost after an outage. */
const retryStrategy = (times: number) => Math.min(100 * times, 1000);
const QUIET = 25;

/**
 * Rings through BullMQ: a job that says "something is due", nothing more; what is due stands in MySQL (docs/decisions/0004).
 * At most one ring per queue and 25 ms. Failures are counted by nobody: the worker looks by itself every second.
 */
export function createBell({ redisUrl, prefix, log }: BellSettings): ClosableBell {
  const connection = new Redis(redisUrl, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 1,
    retryStrategy,
    commandTimeout: 300,
  });
  connection.on('error', (error) => log.debug({ err: error }, 'bell: redis'));
  const queues = new Map<QueueName, Queue>();
  const pending = new Set<QueueName>();

  function queue(name: QueueName): Queue {
    let found = queues.get(name);
    if (!found) {
      found = new Queue(name, {
        connection,
        prefix,
        skipVersionCheck: true,
        defaultJobOptions: { attempts: 1, removeOnComplete: true, removeOnFail: true },
      });
      found.on('error', (error) => log.debug({ err: error, queue: name }, 'bell: queue'));
      queues.set(name, found);
    }
    return found;
  }

  return {
    ring(name) {
      if (pending.has(name)) return;
      pending.add(name);
      setTimeout(() => {
        pending.delete(name);
        if (connection.status !== 'ready') return;
        queue(name)
          .add('due', { queue: name })
          .catch((error: unknown) => log.debug({ err: error, queue: name }, 'bell: lost a ring'));
      }, QUIET).unref();
    },
    async close() {
      await Promise.all([...queues.values()].map((one) => one.close().catch(() => undefined)));
      connection.disconnect();
    },
  };
}

export interface Listener {
  close(): Promise<void>;
}

/** Calls `wake` for every ring; several at once become one. */
export function listen(settings: BellSettings, name: QueueName, wake: () => Promise<unknown>): Listener {
  const connection = new Redis(settings.redisUrl, { maxRetriesPerRequest: null, retryStrategy });
  connection.on('error', (error) => settings.log.debug({ err: error }, 'listener: redis'));
  const worker = new Worker(name, async () => void (await wake()), {
    connection,
    prefix: settings.prefix,
    concurrency: 1,
    skipVersionCheck: true,
    drainDelay: 5,
    removeOnComplete: { count: 0 },
    removeOnFail: { count: 0 },
  });
  worker.on('error', (error) => settings.log.debug({ err: error, queue: name }, 'listener: worker'));
  return {
    async close() {
      await worker.close(true).catch(() => undefined);
      connection.disconnect();
    },
  };
}
