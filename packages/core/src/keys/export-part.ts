import { attemptOf, jobsWithParts, partKey, partPlace, partsOf } from '../alert-exports/index.ts';
import type { Core } from '../kernel/context.ts';
import { SEALED_HEAD } from '../ports/cipher.ts';
import type { Part } from './parts.ts';

export const EXPORT_PART = 'export_jobs.part';

/**
 * The files of exports, a part at a time: their key is the job's id and the part's number. A part is written once under a name of its own,
 * so that only its removal can come in between.
 */
export function exportPart(renew: (core: Core, sealed: Buffer, place: string) => Buffer | undefined): Part {
  return {
    name: EXPORT_PART,
    look: 100,
    reseal: 4,
    count: 500,
    async next({ ports: { files, cipher } }, db, after, n) {
      const [from, behind] = after ? [String(after[0]), Number(after[1])] : ['', -1];
      // One more: the job it goes on with may have no further part, and less than asked for says that there are no more.
      const rows = await jobsWithParts(db, from, n + 1);
      const keys = rows.flatMap(({ id, ...row }) =>
        partsOf(row).flatMap((attempt, part) => (id === from && part <= behind ? [] : [{ id, part, attempt }])),
      );
      return Promise.all(
        keys.slice(0, n).map(async ({ id, part, attempt }) => {
          const head = await files.head(partKey(id, part, attempt), SEALED_HEAD);
          return { key: [id, part], keyId: head ? cipher.keyOf(head) : null };
        }),
      );
    },
    async again(core, db, [job, number]) {
      const { files } = core.ports;
      const [id, part] = [String(job), Number(number)];
      const attempt = await attemptOf(db, id, part);
      if (attempt === undefined) return 'changed';
      const key = partKey(id, part, attempt);
      const sealed = await files.get(key);
      if (!sealed) return 'changed';
      const next = renew(core, sealed, partPlace(id, part));
      if (!next) return 'unreadable';
      await files.put(key, next);
      // Its files may have been removed meanwhile, and nobody would come for this one again. Asked outside the batch's snapshot.
      if ((await attemptOf(core.db, id, part)) !== undefined) return 'resealed';
      await files.remove(key);
      return 'changed';
    },
  };
}
