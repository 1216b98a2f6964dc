import { ControlError } from '../control-error.ts';
import type { SignatureScheme } from '../settings.ts';
import { signHmac } from '../signature/sign.ts';
import type { World } from '../world.ts';
import type { PushRecord } from './log.ts';
import type { SigningOptions } from './options.ts';

/** The provider waits this long for the platform's answer. */
const ANSWER_TIMEOUT_MS = 35_000;

export interface Delivery {
  kind: PushRecord['kind'];
  alertId: string | null;
  scheme: SignatureScheme;
  body: string;
}

/** Where the platform receives `kind`. Throws when no platform is configured yet. */
export function webhookUrl(world: World, kind: PushRecord['kind']): string {
  const { platformUrl } = world.settings;
  if (!platformUrl) {
    const hint = 'Set SANDBOX_PLATFORM_URL, or POST /__control/configure {"platformUrl": "http://…"}.';
    throw new ControlError(409, `The sandbox doesn't know where the platform is. ${hint}`);
  }
  return `${platformUrl.replace(/\/+$/, '')}/api/v1/webhook/${kind === 'alert' ? 'alerts' : 'status'}`;
}

/** Signs and sends one body, waits for the platform's answer and records both. */
export async function deliver(world: World, delivery: Delivery, options: SigningOptions): Promise<PushRecord> {
  const url = webhookUrl(world, delivery.kind);
  const requestHeaders: Record<string, string> = {
    'Content-Type': options.contentType ?? 'application/json',
    'User-Agent': 'forewarn-sandbox-provider',
    ...signatureHeaders(world, delivery, options),
  };
  const started = performance.now();
  const answer = await send(url, requestHeaders, delivery.body);
  const { body: requestBody, ...about } = delivery;
  return world.pushes.add({
    ...about,
    at: new Date(world.now()).toISOString(),
    url,
    requestHeaders,
    requestBody,
    ...answer,
    durationMs: Math.round(performance.now() - started),
  });
}

/** The key a push is signed with, spoiled when a bad signature is asked for. */
export function signingSecret(world: World, options: SigningOptions): string {
  const secret = options.secret ?? world.settings.webhookSecret;
  return options.badSignature ? `${secret}-wrong` : secret;
}

function signatureHeaders(world: World, { scheme, body }: Delivery, options: SigningOptions): Record<string, string> {
  if (options.unsigned || scheme === 'md5-salt') return {};
  const timestamp = String(world.now() - (options.staleTimestamp ?? 0) + (options.futureTimestamp ?? 0));
  return { 'X-Timestamp': timestamp, 'X-Signature': signHmac(signingSecret(world, options), timestamp, body) };
}

async function send(url: string, headers: Record<string, string>, body: string) {
  try {
    const signal = AbortSignal.timeout(ANSWER_TIMEOUT_MS);
    const response = await fetch(url, { method: 'POST', headers, body, signal, redirect: 'manual' });
    const text = await response.text();
    return {
      status: response.status,
      body: parsed(text),
      headers: Object.fromEntries(response.headers),
      error: null,
    };
  } catch (error) {
    return { status: 0, body: null, headers: {}, error: describe(error) };
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message;
}
