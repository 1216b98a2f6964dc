import type { Deps } from './deps.ts';
import { createApp } from './http/app.ts';
import { listen } from './http/server.ts';
import { mailBounces } from './webhooks/mail-bounces.ts';
import { webhooks } from './webhooks/routes.ts';
import { startWorker } from './worker/worker.ts';

/** A part of the product that runs until it is stopped; stopping lets what is under way finish. */
export interface Service {
  /** Where it listens, when it does. */
  port?: number;
  stop(): Promise<void>;
}

/** What `--services=` may name: one build, processes by flag. */
export const SERVICES = {
  async web(deps: Deps): Promise<Service> {
    const { config, log } = deps;
    const server = await listen(createApp(deps, [webhooks(deps), mailBounces(deps)]).fetch, config);
    log.info({ port: server.port, host: config.host }, 'web listens');
    return server;
  },
  async worker(deps: Deps): Promise<Service> {
    deps.log.info({}, 'worker runs');
    return startWorker({
      core: deps.core,
      bell: deps.bellSettings,
      leases: deps.config.leases,
      evidenceUnusedDays: deps.config.evidenceUnusedDays,
      evidenceKeptMonths: deps.config.evidenceKeptMonths,
    });
  },
} satisfies Record<string, (deps: Deps) => Promise<Service>>;

export type ServiceName = keyof typeof SERVICES;
export const SERVICE_NAMES = Object.keys(SERVICES).filter((name): name is ServiceName => name in SERVICES);
