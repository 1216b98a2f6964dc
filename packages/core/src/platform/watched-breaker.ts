import type { Core } from '../kernel/context.ts';
import { type Breaker, type BreakerSettings, createBreaker } from './breaker.ts';
import { recordCircuit } from './circuit-store.ts';

/** A breaker whose changes are logged and kept for staff to see, under the name of what it protects us from. */
export function watchedBreaker(core: () => Core, name: string, settings: BreakerSettings): Breaker {
  return createBreaker(
    settings,
    () => core().now(),
    (record) => {
      const { state, failures, error } = record;
      core().log.warn({ circuit: name, state, failures, error }, 'breaker');
      recordCircuit(core(), name, record).catch((fault: unknown) =>
        core().log.error({ err: fault }, 'the breaker’s state could not be written down'),
      );
    },
  );
}
