import { setTimeout as delay } from 'node:timers/promises';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Context } from 'hono';
import type { SandboxEnv } from '../world.ts';
import { type Fault, TIMEOUT_FAULT_MS } from './model.ts';

/**
 * Faults that strike before anything has happened: refusals, silence, a reset connection.
 * Returns the answer to give, or undefined when the call goes on.
 */
export async function failBeforeEffect(
  c: Context<SandboxEnv>,
  fault: Fault | undefined,
): Promise<Response | undefined> {
  switch (fault?.mode) {
    case '500':
      return c.json({ code: 5000, message: 'internal error (sandbox fault)', data: null }, 500);
    case '429':
      c.header('Retry-After', '1');
      return c.json({ code: 4290, message: 'too many requests (sandbox fault)', data: null }, 429);
    case '401':
      return c.json({}, 401);
    case '403':
      return c.json({}, 403);
    case 'business':
      return c.json({ code: fault.code ?? 4999, message: 'business error (sandbox fault)', data: null });
    case 'reset':
      return cut(c);
    case 'timeout':
      await untilClientGivesUp(c);
      return cut(c);
    default:
      return undefined;
  }
}

/** Faults that strike once the effect is done, so that the caller can't tell: a cut line, a late or unreadable answer. */
export async function failAfterEffect(c: Context<SandboxEnv>, fault: Fault | undefined): Promise<Response | undefined> {
  switch (fault?.mode) {
    case 'drop-after-commit':
      return cut(c);
    case 'slow':
      await delay(fault.latencyMs ?? 1000, undefined, { ref: false });
      return undefined;
    case 'broken-body':
      return c.body('<html>200 OK', 200, { 'Content-Type': 'application/json' });
    default:
      return undefined;
  }
}

function cut(c: Context<SandboxEnv>): Response {
  c.env.incoming.socket.destroy();
  return RESPONSE_ALREADY_SENT;
}

function untilClientGivesUp(c: Context<SandboxEnv>): Promise<void> {
  const { socket } = c.env.incoming;
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, TIMEOUT_FAULT_MS).unref();
    socket.once('close', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
