import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { httpApp } from './http-app.ts';
import { createSmtpServer } from './mail/smtp.ts';
import { changeSettings, DEMO_SETTINGS, type Settings } from './settings.ts';
import { createWorld } from './world.ts';

export type { Mail } from './mail/model.ts';
export type { EnrolmentEffect, FeedbackEffect, ReceivedRequest, Registration } from './provider/ledger.ts';
export type { PushRecord } from './push/log.ts';
export type { PushResult } from './push/push-alerts.ts';

export interface SandboxOptions {
  host?: string;
  /** 0 or absent: any free port. */
  port?: number;
  smtpPort?: number;
  /** Over the demo values. */
  settings?: Partial<Settings>;
  /** The number of the first made-up alert: `SBX-000001` by default. */
  firstAlert?: number;
  now?: () => number;
}

export interface Sandbox {
  /** `http://host:port` of the provider, the control calls and the pages. */
  http: string;
  /** `smtp://host:port` of the inbox. */
  smtp: string;
  stop(): Promise<void>;
}

/** Starts the outside world and resolves once it listens. Rejects when a port is taken. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const host = options.host ?? '127.0.0.1';
  const settings = changeSettings(DEMO_SETTINGS, options.settings ?? {});
  const world = createWorld(settings, { now: options.now ?? Date.now, firstAlert: options.firstAlert ?? 1 });

  const smtp = createSmtpServer(world);
  const http = createAdaptorServer({ fetch: httpApp(world).fetch, overrideGlobalObjects: false }) as Server;
  await smtp.listen(options.smtpPort ?? 0, host);
  http.listen(options.port ?? 0, host);
  await once(http, 'listening').catch(async (error: unknown) => {
    await smtp.stop();
    throw error;
  });

  return {
    http: `http://${address(host, http)}`,
    smtp: `smtp://${address(host, smtp.net)}`,
    async stop() {
      const closed = new Promise<void>((resolve) => http.close(() => resolve()));
      http.closeAllConnections();
      await Promise.all([closed, smtp.stop()]);
    },
  };
}

function address(host: string, server: { address(): AddressInfo | string | null }): string {
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('the sandbox listens on no TCP port');
  return `${host.includes(':') ? `[${host}]` : host}:${bound.port}`;
}
