import type { Caller, Core } from '../kernel/context.ts';
import { TOUCH_EVERY } from './session-rules.ts';
import { noteUse } from './session-store.ts';

const noted = new WeakMap<object, Map<string, number>>();
const KEPT_AT_MOST = 10_000;

/** The doors call this for what a person asked: the session isn't idle (C-264). One write a minute and session; never throws. */
export async function noteSessionUse(core: Core, { actor, ip }: Caller): Promise<void> {
  if (actor.kind !== 'merchant' && actor.kind !== 'staff') return;
  const now = core.now();
  const times = noted.get(core.ports) ?? new Map<string, number>();
  noted.set(core.ports, times);
  const last = times.get(actor.sessionId);
  if (last !== undefined && Math.abs(now.getTime() - last) < TOUCH_EVERY) return;
  if (times.size >= KEPT_AT_MOST) times.clear();
  times.set(actor.sessionId, now.getTime());
  try {
    await noteUse(core, actor.sessionId, ip, now);
  } catch (error) {
    times.delete(actor.sessionId);
    core.log.warn({ err: error }, 'the use of a session could not be noted');
  }
}
