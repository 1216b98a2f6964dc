import type { Operation } from '@forewarn/core/kernel/operation';
import type { AnyRouter } from '@trpc/server';

/** Every procedure of a router, by its name on the wire, with the operation it was exposed from. */
export function operationsOf(router: AnyRouter): [name: string, operation: Operation][] {
  return Object.entries<{ _def: { meta?: { operation?: Operation } } }>(router._def.procedures).map(
    ([name, { _def }]) => {
      if (!_def.meta?.operation) throw new Error(`${name} was not made by expose()`);
      return [name, _def.meta.operation];
    },
  );
}
