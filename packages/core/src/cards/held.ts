import type { EffectResult } from '../effects/index.ts';
import type { Core } from '../kernel/context.ts';
import { after, SECOND } from '../kernel/time.ts';
import type { CallOutcome } from '../ports/alert-provider.ts';

/** The call wasn't made, because calls fail just now: due again when one may be tried, and no try is used up. */
export function held(core: Pick<Core, 'now'>, call: CallOutcome<unknown>): EffectResult | undefined {
  if (call.kind !== 'not-sent' || !call.held) return undefined;
  return {
    outcome: 'NOT_SENT',
    held: true,
    detail: call.detail,
    retryAt: after(core.now(), call.retryAfter ?? 30 * SECOND),
  };
}
