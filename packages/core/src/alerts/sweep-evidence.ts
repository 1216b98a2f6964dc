import { commit } from '../kernel/commit.ts';
import type { Core } from '../kernel/context.ts';
import { after, DAY, HOUR } from '../kernel/time.ts';
import { lockAlert } from './intake-store.ts';
import { deleteUnused, knownStorageKeys, unusedEvidence } from './sweep-store.ts';

/** Days after an alert's deadline that files nobody answered with are kept, unless the operator says otherwise. */
export const EVIDENCE_UNUSED_DAYS = 30;
/** A file without a row is older than this before it goes: an upload is seconds, a restored backup may be days behind. */
const ORPHAN_DAYS = 30;
const BATCH = 100;
const FOLDERS = 256;
const LOOKED_UP = 500;

/**
 * files that were uploaded and never part of an answer, so many days after the deadline. Answers how many went. An answer that
 * takes them along at this moment wins: the alert is locked as answering locks it. The row goes first, as when a person removes a file.
 */
export async function sweepUnusedEvidence(core: Core, days: number = EVIDENCE_UNUSED_DAYS): Promise<number> {
  const rows = await unusedEvidence(core.db, after(core.now(), -days * DAY), BATCH);
  let gone = 0;
  for (const { id, alertRef, storageKey } of rows) {
    const deleted = await commit(core, async (tx) => {
      await lockAlert(tx, alertRef);
      return deleteUnused(tx, id);
    });
    if (!deleted) continue;
    gone += 1;
    await removeSwept(core, storageKey);
  }
  return gone;
}

/**
 * Files whose row is gone, or says that they are (a crash between the two, a store that didn't answer). One of 256 folders an hour, so that the whole store is
 * seen in eleven days and nobody lists millions of names at once.
 */
export async function sweepOrphanFiles(core: Core): Promise<number> {
  const turn = Math.floor(core.now().getTime() / HOUR) % FOLDERS;
  const folder = `evidence/${turn.toString(16).padStart(2, '0')}`;
  const keys = await core.ports.files.list(folder, after(core.now(), -ORPHAN_DAYS * DAY));
  let gone = 0;
  for (let from = 0; from < keys.length; from += LOOKED_UP) {
    const some = keys.slice(from, from + LOOKED_UP);
    const known = await knownStorageKeys(core.db, some);
    for (const key of some.filter((one) => !known.has(one))) gone += (await removeSwept(core, key)) ? 1 : 0;
  }
  return gone;
}

/** What can't be removed now is an orphan that is found again. */
export async function removeSwept({ ports, log }: Core, storageKey: string): Promise<boolean> {
  try {
    await ports.files.remove(storageKey);
    return true;
  } catch (err) {
    log.warn({ err, storageKey }, 'a swept evidence file could not be deleted');
    return false;
  }
}
