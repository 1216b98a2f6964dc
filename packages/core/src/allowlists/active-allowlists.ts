import { type AddressList, createAddressList } from '../kernel/address-list.ts';
import type { Core } from '../kernel/context.ts';
import { SECOND } from '../kernel/time.ts';
import type { Allowlists, KeyInterface } from './model.ts';
import { readAllowlists } from './store.ts';

export type ActiveAllowlists = Readonly<Record<KeyInterface, AddressList>>;
type Reads = Pick<Core, 'db' | 'ports' | 'now'>;

interface Cache {
  readAt: number;
  lists: Promise<ActiveAllowlists>;
  /** Once they have been read. */
  value?: ActiveAllowlists;
}

/** A change made by another process counts after this long at the latest. */
const FRESH_FOR = 5 * SECOND;
/** One cache for each set of ports, which is one for each process (tests have several). */
const caches = new WeakMap<object, Cache>();

/** The lists that are in force, read at most every five seconds. Rejects when they can't be read: what can't be checked isn't let in. */
export function activeAllowlists(core: Reads): Promise<ActiveAllowlists> {
  const known = fresh(core);
  if (known) return known.lists;
  const cache: Cache = { readAt: core.now().getTime(), lists: readAllowlists(core).then(compile) };
  caches.set(core.ports, cache);
  cache.lists.then(
    (value) => {
      cache.value = value;
    },
    () => {
      if (caches.get(core.ports) === cache) caches.delete(core.ports);
    },
  );
  return cache.lists;
}

/** The lists in force if they are at hand without waiting: for the path that alerts come in by. */
export function knownAllowlists(core: Pick<Core, 'ports' | 'now'>): ActiveAllowlists | undefined {
  return fresh(core)?.value;
}

function fresh(core: Pick<Core, 'ports' | 'now'>): Cache | undefined {
  const known = caches.get(core.ports);
  return known && Math.abs(core.now().getTime() - known.readAt) < FRESH_FOR ? known : undefined;
}

/** This process reads them again at the next use. */
export function forgetAllowlists(core: Pick<Core, 'ports'>): void {
  caches.delete(core.ports);
}

function compile(lists: Allowlists): ActiveAllowlists {
  return {
    admin: createAddressList(lists.admin),
    credentials: createAddressList(lists.credentials),
    export: createAddressList(lists.export),
    webhooks: createAddressList(lists.webhooks),
  };
}
