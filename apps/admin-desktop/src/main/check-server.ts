import { SECOND } from '@forewarn/core/kernel/time';
import type { ServerCheck } from '../bridge/payloads.ts';
import type { Fetch } from './forward.ts';

/** Asks an address whether a Forewarn server answers there: `/readyz` says 200 when it can work, 503 while it can't yet. */
export async function checkServer(address: string, fetch: Fetch, now: () => number = Date.now): Promise<ServerCheck> {
  const started = now();
  const result = (state: ServerCheck['state']): ServerCheck => ({ address, state, milliseconds: now() - started });
  try {
    const answer = await fetch(`${address}/readyz`, {
      method: 'GET',
      credentials: 'omit',
      redirect: 'error',
      cache: 'no-store',
      signal: AbortSignal.timeout(8 * SECOND),
    });
    const json = (answer.headers.get('content-type') ?? '').includes('json');
    if (answer.status === 503) return result('starting');
    return result(answer.ok && json ? 'ready' : 'not_forewarn');
  } catch {
    return result('unreachable');
  }
}
