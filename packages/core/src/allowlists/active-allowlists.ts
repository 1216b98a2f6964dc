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
}

/** A change made by another process counts after this long at the latest. */
const FRESH_FOR = 5 * SECOND;
/** One cache for each set of ports, which is one for each process (tests have several). */
const caches = new WeakMap<object, Cache>();

/** The lists that are in force, read at most every five seconds. Rejects when they can't be read: what can't be checked isn't let in. */
export function activeAllowlists(core: Reads): Promise<ActiveAllowlists> {
  const now = core.now().getTime();
  const known = caches.get(core.ports);
  if (known && Math.abs(now - known.readAt) < FRESH_FOR) return known.lists;
  const cache: Cache = { readAt: now, lists: readAllowlists(core).then(compile) };
  caches.set(core.ports, cache);
  cache.lists.catch(() => {
    if (caches.get(core.ports) === cache) caches.delete(core.ports);
  });
  return cache.lists;
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
