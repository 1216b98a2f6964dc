import type { Core, Logger } from '@forewarn/core/kernel/context';
import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import type { Config } from '../config.ts';
import type { AddressGate } from './address-gate.ts';
import type { Metrics } from './metrics.ts';

/** What every door needs. */
export interface Doors {
  core: Core;
  config: Config;
  log: Logger;
  metrics: Metrics;
  /** Who may come from where. */
  gate: AddressGate;
  /** Names of what can't be reached now; empty when all is well. */
  unready(): Promise<string[]>;
}

/** What the first middleware leaves for the rest. */
export interface HttpEnv {
  Bindings: Partial<HttpBindings>;
  Variables: {
    requestId: string;
    ip: string;
    /** ISO 3166 code by a trusted proxy; empty when nobody says. */
    country: string;
    /** The operation or page that answered, for logs and metrics; never a raw path. */
    route: string;
    /** `merchant:7`, for the log. */
    actor: string;
    /** What this page's policy lets `<style>` elements carry; only for pages that have them. */
    styleNonce?: string;
  };
}
export type HttpContext = Context<HttpEnv>;
