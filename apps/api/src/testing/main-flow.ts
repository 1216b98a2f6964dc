import { randomBytes } from 'node:crypto';
import { ingestDeliveries } from '@forewarn/core/deliveries';
import { createEffectLane } from '@forewarn/core/effects';
import type { Actor } from '@forewarn/core/kernel/actor';
import { execute } from '@forewarn/core/kernel/execute';
import type { Operation } from '@forewarn/core/kernel/operation';
import { type TestCore, testCaller, testClock, testCore } from '@forewarn/core/testing';
import { createMysqlPool, type RawPool, rawPool } from '@forewarn/db';
import { createTestDatabase } from '@forewarn/db/testing';
import { type FeedbackEffect, type Mail, type PushResult, type ReceivedRequest, startSandbox } from '@forewarn/sandbox';
import { Hono } from 'hono';
import type { z } from 'zod';
import { createCipher } from '../adapters/aes-gcm/cipher.ts';
import { createProviderClient } from '../adapters/provider/client.ts';
import { createProviderWire } from '../adapters/provider/wire.ts';
import { type Config, readConfig, testServices } from '../config.ts';
import type { HttpEnv } from '../http/doors.ts';
import { createMetrics } from '../http/metrics.ts';
import { listen } from '../http/server.ts';
import { createMailers } from '../mailers.ts';
import { webhooks } from '../webhooks/routes.ts';
import { HANDLERS } from '../worker/handlers.ts';
import { enterCredentials } from './enter-credentials.ts';

export interface MainFlowOptions {
  /** Settings by their names in the environment. */
  env?: Record<string, string>;
  /** Where the receiver writes, when not straight to the database: a proxy in between. */
  receivingUrl?: (databaseUrl: string) => string;
}

export type MainFlow = Awaited<ReturnType<typeof startMainFlow>>;

/**
 * The main flow with its clock in the test's hand: real database, webhooks over HTTP, real adapters, the sandbox as provider and
 * mail server. The worker's functions run when the test calls {@link MainFlow.work}, so that every state between can be looked at.
 */
export async function startMainFlow(options: MainFlowOptions = {}) {
  const clock = testClock();
  const database = await createTestDatabase(testServices().databaseUrl);
  const sandbox = await startSandbox({ now: () => clock.now().getTime() });
  const config: Config = readConfig({ PROVIDER_TIMEOUT_MS: '800', PROVIDER_BREAKER_FAILURES: '1000', ...options.env });
  const mailer = createMailers({ url: sandbox.smtp, from: config.mailFrom, patience: 6000 });
  const core: TestCore = testCore({
    db: database.db,
    clock,
    cipher: createCipher([{ id: 'test', key: randomBytes(32) }]),
    mailer,
    provider: createProviderClient(() => core, config.provider),
    wire: createProviderWire(config.provider),
  });
  const receiving = rawPool(
    createMysqlPool(options.receivingUrl?.(database.url) ?? database.url, { connectionLimit: 4 }),
  );
  const app = new Hono<HttpEnv>();
  webhooks({ core, metrics: createMetrics(), receiving, config })(app);
  const server = await listen(app.fetch, { host: '127.0.0.1', port: 0 });
  const url = `http://127.0.0.1:${server.port}`;
  await enterCredentials(core, sandbox.http, url);

  const lanes = [createEffectLane(core, HANDLERS, 'provider', 8), createEffectLane(core, HANDLERS, 'mail', 8)];

  async function control<T = unknown>(path: string, body?: object, method?: string): Promise<T> {
    const response = await fetch(`${sandbox.http}/__control/${path}`, {
      method: method ?? (body === undefined ? 'GET' : 'POST'),
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`sandbox: ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  }

  /** What is due is done, and what becomes due by that. Answers how much it was. */
  async function work(): Promise<number> {
    let total = 0;
    for (;;) {
      let done = await ingestDeliveries(core, 200);
      for (const lane of lanes) done += await lane.pump();
      await Promise.all(lanes.map((lane) => lane.drained()));
      if (done === 0) return total;
      total += done;
    }
  }

  return {
    core,
    clock,
    db: database.db,
    databaseUrl: database.url,
    receiving: receiving as RawPool,
    url,
    sandbox,
    control,
    work,
    /** Works, lets time pass, works… until nothing is left or so much time is over. */
    async workFor(milliseconds: number, step = 5_000): Promise<void> {
      const until = clock.now().getTime() + milliseconds;
      await work();
      while (clock.now().getTime() < until) {
        clock.advance(step);
        await work();
      }
    },
    run<I extends z.ZodType, O extends z.ZodType>(actor: Actor, operation: Operation<I, O>, input: unknown) {
      return execute(core, testCaller(actor), operation, input);
    },
    async push(alert: object = {}, more: object = {}): Promise<PushResult[]> {
      return (await control<{ results: PushResult[] }>('push', { alert, ...more })).results;
    },
    status: (event: object) => control<{ status: number; body: unknown }>('status', event),
    fail: (target: string, mode: string, more: object = {}) => control('faults', { target, mode, ...more }),
    healed: () => control('faults', undefined, 'DELETE'),
    mails: (to = '') => control<Mail[]>(`mails?to=${encodeURIComponent(to)}`),
    async answersAtProvider(alertId: string): Promise<{ requests: ReceivedRequest[]; effects: FeedbackEffect[] }> {
      const all = await control<{ requests: ReceivedRequest[]; effects: FeedbackEffect[] }>('feedback');
      const of = <T extends { alertId: string | null }>(items: T[]) => items.filter((item) => item.alertId === alertId);
      return { requests: of(all.requests), effects: of(all.effects) };
    },
    async stop() {
      await server.stop(200);
      mailer.close();
      // Lines a test has cut can't say goodbye.
      await receiving.end().catch(() => undefined);
      await sandbox.stop();
      await database.drop();
    },
  };
}
