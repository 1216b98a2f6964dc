import type { Core } from '../kernel/context.ts';
import { MINUTE, SECOND } from '../kernel/time.ts';
import type { CredentialKind } from './model.ts';
import { liveCredentialRows, touchCredential } from './store.ts';

/** A credential in plain, for the adapter that signs or verifies with it; it never leaves the process. */
export interface ActiveCredential {
  kind: CredentialKind;
  keyId: string;
  value: string;
  /** Signs what goes out; the others only verify what comes in until their overlap ends. */
  current: boolean;
  /** When it was entered. */
  since: Date;
}

interface Live extends ActiveCredential {
  from: number;
  until: number;
}

interface Cache {
  readAt: number;
  live: Promise<Live[]>;
  notedAt: Map<string, number>;
}

/** A change made by another process is seen after this long at the latest. */
const FRESH_FOR = 5 * SECOND;
/** One cache for each set of ports, which is one for each process (tests have several). */
const caches = new WeakMap<object, Cache>();

export function credentialPlace(keyId: string): string {
  return `provider_credentials.value.${keyId}`;
}

/**
 * The credentials of a kind that are valid now, the current one first. Read and opened at most every five seconds;
 * many callers at once share one read. Empty when none was entered.
 */
export async function activeCredentials(
  core: Pick<Core, 'db' | 'ports' | 'now'>,
  kind: CredentialKind,
): Promise<ActiveCredential[]> {
  const now = core.now().getTime();
  const live = await readLive(core, now);
  return live.filter((one) => one.kind === kind && one.from <= now && now < one.until);
}

/** The one that signs what goes out, or the address to call; undefined when none was entered. */
export async function currentCredential(
  core: Pick<Core, 'db' | 'ports' | 'now'>,
  kind: CredentialKind,
): Promise<ActiveCredential | undefined> {
  return (await activeCredentials(core, kind)).find((one) => one.current);
}

function readLive(core: Pick<Core, 'db' | 'ports' | 'now'>, now: number): Promise<Live[]> {
  const known = caches.get(core.ports);
  if (known && Math.abs(now - known.readAt) < FRESH_FOR) return known.live;
  const cache: Cache = { readAt: now, live: open(core), notedAt: known?.notedAt ?? new Map() };
  caches.set(core.ports, cache);
  cache.live.catch(() => {
    if (caches.get(core.ports) === cache) caches.delete(core.ports);
  });
  return cache.live;
}

async function open(core: Pick<Core, 'db' | 'ports' | 'now'>): Promise<Live[]> {
  const rows = await liveCredentialRows(core, core.now());
  return rows.map(({ kind, keyId, valueEnc, activeFrom, activeUntil }) => ({
    kind,
    keyId,
    value: core.ports.cipher.open(valueEnc, credentialPlace(keyId)).toString('utf8'),
    current: activeUntil === null,
    since: activeFrom,
    from: activeFrom.getTime(),
    until: activeUntil === null ? Number.POSITIVE_INFINITY : activeUntil.getTime(),
  }));
}

/** This process reads them again at the next use. */
export function forgetCredentials(core: Pick<Core, 'ports'>): void {
  caches.delete(core.ports);
}

/** Notes that a key was used, at most once a minute for each key and without making the caller wait. */
export function noteCredentialUse(core: Pick<Core, 'db' | 'ports' | 'now' | 'log'>, keyId: string): void {
  const notedAt = caches.get(core.ports)?.notedAt;
  const now = core.now();
  if (!notedAt || now.getTime() - (notedAt.get(keyId) ?? 0) < MINUTE) return;
  notedAt.set(keyId, now.getTime());
  touchCredential(core, keyId, now).catch((error: unknown) => {
    core.log.warn({ err: error, keyId }, 'use of a credential could not be noted');
  });
}
