import { actorRef } from '../kernel/actor.ts';
import type { Caller, Core } from '../kernel/context.ts';
import type { AppError } from '../kernel/errors.ts';
import { countSuspicion, raiseEvent, type Suspect } from './raise-event.ts';
import { isOffHours } from './rules.ts';
import { readThresholds } from './thresholds.ts';

/** Operations that give data away by the file; their output says how many `rows`. */
const EXPORTS = /\.export$/;
/** Looking at or changing how we sign at the provider. */
const CREDENTIALS = /^credentials\./;

export type Outcome = { error: AppError } | { output: unknown };

/** Called by the doors after each act; costs two tests of a name unless there is something to count. Never throws. */
export async function watchAct(core: Core, caller: Caller, operation: string, outcome: Outcome): Promise<void> {
  const suspect = suspectOf(caller);
  if (!suspect) return;
  const who = actorRef(caller.actor);
  if ('error' in outcome) {
    if (outcome.error.code === 'FORBIDDEN') await countSuspicion(core, 'REFUSALS', who, suspect);
    return;
  }
  if (EXPORTS.test(operation)) {
    await countSuspicion(core, 'EXPORTS', `${who}:files`, suspect);
    const rows = rowsOf(outcome.output);
    if (rows > 0) await countSuspicion(core, 'EXPORT_ROWS', `${who}:rows`, suspect, rows);
  }
  if (CREDENTIALS.test(operation)) await watchHours(core, who, suspect, operation);
}

async function watchHours(core: Core, who: string, suspect: Suspect, operation: string): Promise<void> {
  try {
    const now = core.now();
    if (!isOffHours(now, await readThresholds(core))) return;
    await raiseEvent(core, 'OFF_HOURS', suspect, `${who}:${now.toISOString().slice(0, 10)}`, { operation });
  } catch (error) {
    core.log.error({ err: error, operation }, 'the hour of an act could not be judged');
  }
}

function suspectOf({ actor, ip, userAgent }: Caller): Suspect | undefined {
  if (actor.kind !== 'merchant' && actor.kind !== 'staff') return undefined;
  const merchantId = actor.kind === 'merchant' ? actor.merchantId : null;
  return { realm: actor.kind, subjectId: actor.id, subjectName: actor.name, merchantId, ip, userAgent };
}

function rowsOf(output: unknown): number {
  if (typeof output !== 'object' || output === null || !('rows' in output)) return 0;
  return typeof output.rows === 'number' ? output.rows : 0;
}
