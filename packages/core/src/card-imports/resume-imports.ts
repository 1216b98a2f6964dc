import { systemActor } from '../kernel/actor.ts';
import type { Caller, Core } from '../kernel/context.ts';
import { AppError } from '../kernel/errors.ts';
import { after, SECOND } from '../kernel/time.ts';
import { importChunk } from './import-chunk.ts';
import { strandedImports, updateImport } from './store.ts';

/** Finishes imports whose process is gone; answers how many there were. */
export async function resumeImports(core: Core): Promise<number> {
  const stranded = await strandedImports(core.db, after(core.now(), -30 * SECOND));
  for (const one of stranded) {
    try {
      while ((await importChunk(core, SYSTEM, one)) === 'more');
    } catch (error) {
      // The merchant isn't active any more: what is saved stays, the rest waits for its people.
      if (!(error instanceof AppError)) throw error;
      await updateImport(core.db, one.id, { status: 'DONE' });
      core.log.warn({ importId: one.id, code: error.code }, 'an import that was interrupted could not go on');
    }
  }
  return stranded.length;
}

const SYSTEM: Caller = {
  actor: systemActor('reconciler'),
  requestId: 'reconciler',
  ip: '',
  userAgent: '',
  locale: 'zh-CN',
};
