import { isDeviceId, noteSessionUse, resolveActor } from '@forewarn/core/accounts';
import { ANONYMOUS, actorRef } from '@forewarn/core/kernel/actor';
import type { Caller, Core } from '@forewarn/core/kernel/context';
import { AppError } from '@forewarn/core/kernel/errors';
import { execute } from '@forewarn/core/kernel/execute';
import { pickLocale } from '@forewarn/core/kernel/locale';
import type { Operation } from '@forewarn/core/kernel/operation';
import { toAppError } from '@forewarn/core/kernel/to-app-error';
import type { RateVerdict } from '@forewarn/core/ports/rate-counter';
import { watchAct } from '@forewarn/core/security-events';
import type { z } from 'zod';
import type { Doors, HttpContext } from './doors.ts';
import { rateClassOf, rateKey } from './rate-key.ts';
import { isApiClient } from './same-origin.ts';

/** Who calls. `problem` says why a token that was sent doesn't count; public operations go on as anonymous. */
export interface Visit {
  caller: Caller;
  problem?: AppError;
}

export async function readVisit(c: HttpContext, core: Core): Promise<Visit> {
  const device = c.req.header('x-device');
  const country = c.get('country');
  const anonymous: Caller = {
    actor: ANONYMOUS,
    requestId: c.get('requestId'),
    ip: c.get('ip'),
    userAgent: c.req.header('user-agent') ?? '',
    locale: pickLocale(c.req.header('accept-language')),
    ...(isApiClient(c) && isDeviceId(device) && { device }),
    ...(country !== '' && { country }),
  };
  const token = /^bearer +(\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1];
  if (token === undefined) return { caller: anonymous };
  try {
    const actor = await resolveActor(core, token);
    c.set('actor', actorRef(actor));
    return { caller: { ...anonymous, actor } };
  } catch (error) {
    return { caller: anonymous, problem: toAppError(error) };
  }
}

export class TooManyRequests extends AppError {
  readonly verdict: RateVerdict;
  constructor(verdict: RateVerdict) {
    super('TOO_MANY_REQUESTS', { retryAfter: verdict.retryAfter });
    this.verdict = verdict;
  }
}

/**
 * Both doors run every operation through here: address, rate limit, token problem, then {@link execute}, then what watches over security.
 * `onRate` gets the state of the limit.
 */
export async function perform<I extends z.ZodType, O extends z.ZodType>(
  { core, gate }: Pick<Doors, 'core' | 'gate'>,
  { caller, problem }: Visit,
  operation: Operation<I, O>,
  input: unknown,
  onRate?: (verdict: RateVerdict) => void,
): Promise<z.output<O>> {
  await gate.check(caller, operation, input);
  const rateClass = rateClassOf(operation);
  const verdict = await core.ports.rates.take(rateClass, rateKey(rateClass, caller));
  onRate?.(verdict);
  if (!verdict.allowed) throw new TooManyRequests(verdict);
  if (problem && operation.permission !== 'public') throw problem;
  try {
    const output = await execute(core, caller, operation, input);
    if (!operation.background) await noteSessionUse(core, caller);
    await watchAct(core, caller, operation.name, { output });
    return output;
  } catch (error) {
    await watchAct(core, caller, operation.name, { error: toAppError(error) });
    throw error;
  }
}
