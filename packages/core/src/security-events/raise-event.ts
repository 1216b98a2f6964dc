import { createHash } from 'node:crypto';
import { commit } from '../kernel/commit.ts';
import type { Core } from '../kernel/context.ts';
import { after } from '../kernel/time.ts';
import type { SecurityEventKind, Severity } from './model.ts';
import { type Counter, KIND_OF, limitOf, networkOf, novelty, severityOf, windowStart } from './rules.ts';
import { addToCounter, insertEvent, keepNetwork, NETWORKS_KEPT, networksOf } from './store.ts';
import { readThresholds } from './thresholds.ts';

/** Who and from where; a `subjectId` of null: nobody we know. */
export interface Suspect {
  realm: 'merchant' | 'staff' | null;
  subjectId: number | null;
  subjectName?: string;
  merchantId?: number | null;
  ip: string;
  userAgent: string;
}

/**
 * Writes a security event once per window and announces its alarm. Never throws: what it watches must go on when it fails, and then
 * the log says so.
 */
export async function raiseEvent(
  core: Core,
  kind: SecurityEventKind,
  suspect: Suspect,
  window: string,
  detail: Record<string, string | number>,
): Promise<void> {
  try {
    const severity = severityOf(kind, suspect.realm);
    const wanted = await mailed(core, severity);
    await commit(core, async (tx, emit) => {
      const id = await insertEvent(tx, {
        atTime: core.now(),
        kind,
        severity,
        realm: suspect.realm,
        subjectId: suspect.subjectId,
        subjectName: (suspect.subjectName ?? '').slice(0, 100),
        merchantId: suspect.merchantId ?? null,
        ip: suspect.ip.slice(0, 45),
        userAgent: suspect.userAgent.slice(0, 300),
        detail: JSON.stringify(detail),
        windowKey: `${kind}:${createHash('sha256').update(window).digest('hex')}`,
      });
      if (id !== undefined && wanted) emit({ topic: 'security.alarm', key: `alarm:${id}`, payload: { eventId: id } });
    });
  } catch (error) {
    core.log.error({ err: error, kind }, 'a security event could not be written');
  }
}

async function mailed(core: Core, severity: Severity): Promise<boolean> {
  return severity !== 'INFO' || (await readThresholds(core)).mailInfo;
}

/** Counts one more (or `by` more) of something in this hour, and raises its event when that reaches the threshold. Never throws. */
export async function countSuspicion(
  core: Core,
  counter: Counter,
  of: string,
  suspect: Suspect,
  by = 1,
): Promise<void> {
  try {
    const window = windowStart(core.now());
    const total = await addToCounter(core, counter, createHash('sha256').update(of).digest(), window, by);
    const threshold = limitOf(counter, await readThresholds(core));
    if (total < threshold || total - by >= threshold) return;
    const kind = KIND_OF[counter];
    await raiseEvent(core, kind, suspect, `${of}:${window.getTime()}`, { total, threshold });
  } catch (error) {
    core.log.error({ err: error, counter }, 'a suspicion could not be counted');
  }
}

/** After a sign-in: remembers its network and raises an event when the network or the country is new to this person. Never throws. */
export async function watchSignIn(
  core: Core,
  suspect: Suspect & { realm: 'merchant' | 'staff'; subjectId: number },
  country: string,
): Promise<void> {
  try {
    const { realm, subjectId } = suspect;
    const now = core.now();
    const network = networkOf(suspect.ip);
    const known = await networksOf(core, realm, subjectId, after(now, -NETWORKS_KEPT));
    await keepNetwork(core, realm, subjectId, { network, country }, now);
    const kind = novelty(known, network, country);
    if (!kind) return;
    const day = now.toISOString().slice(0, 10);
    await raiseEvent(core, kind, suspect, `${realm}#${subjectId}:${network}:${country}:${day}`, {
      network,
      ...(country !== '' && { country }),
    });
  } catch (error) {
    core.log.error({ err: error }, 'the network of a sign-in could not be kept');
  }
}
