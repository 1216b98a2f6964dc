import type { Core } from '../kernel/context.ts';
import { SECOND } from '../kernel/time.ts';
import type { MailServer } from '../ports/mailer.ts';
import { senderSecretPlace, settingsOf, toServer } from './sender-fields.ts';
import { senderRows } from './store.ts';

export interface ActiveSender {
  id: number;
  name: string;
  server: MailServer;
}

interface Cache {
  readAt: number;
  senders: Promise<ActiveSender[]>;
}

/** A change made by another process is seen after this long at the latest. */
const FRESH_FOR = 5 * SECOND;
/** One cache for each set of ports, which is one for each process (tests have several). */
const caches = new WeakMap<object, Cache>();

/** The senders in use, in their order, with their secrets opened: they never leave the process. Empty when none was entered. */
export function activeSenders(core: Pick<Core, 'db' | 'ports' | 'now' | 'log'>): Promise<ActiveSender[]> {
  const now = core.now().getTime();
  const known = caches.get(core.ports);
  if (known && Math.abs(now - known.readAt) < FRESH_FOR) return known.senders;
  const cache: Cache = { readAt: now, senders: read(core) };
  caches.set(core.ports, cache);
  cache.senders.catch(() => {
    if (caches.get(core.ports) === cache) caches.delete(core.ports);
  });
  return cache.senders;
}

async function read({ db, ports, log }: Pick<Core, 'db' | 'ports' | 'log'>): Promise<ActiveSender[]> {
  const senders: ActiveSender[] = [];
  for (const row of await senderRows({ db })) {
    if (row.enabled !== 1) continue;
    try {
      const secret = row.secretEnc
        ? ports.cipher.open(row.secretEnc, senderSecretPlace(row.secretKey)).toString('utf8')
        : '';
      senders.push({
        id: row.id,
        name: row.name,
        server: toServer(settingsOf(row), secret, `${row.id}.${row.version}`),
      });
    } catch (error) {
      // One that doesn't open holds up no other.
      log.error({ err: error, senderId: row.id }, 'the secret of a mail sender does not open');
    }
  }
  return senders;
}

/** This process reads them again at the next mail. */
export function forgetSenders(core: Pick<Core, 'ports'>): void {
  caches.delete(core.ports);
}
