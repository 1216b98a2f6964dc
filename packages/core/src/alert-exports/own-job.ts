import type { Context } from '../kernel/context.ts';
import { appError } from '../kernel/errors.ts';
import { type ExportRecord, lockJob, type Owner, ownerOf, ownJob } from './store.ts';

/** Errors: `FORBIDDEN` for whoever has no account. */
export function exportOwner({ actor }: Pick<Context, 'actor'>): Owner {
  const owner = ownerOf(actor);
  if (!owner) throw appError('FORBIDDEN');
  return owner;
}

/** Errors: `EXPORT_NOT_FOUND`, for a colleague's as well. */
export async function findExport(ctx: Context, id: string, how: 'read' | 'lock' = 'read'): Promise<ExportRecord> {
  const owner = exportOwner(ctx);
  const job = await (how === 'lock' ? lockJob(ctx.db, owner, id) : ownJob(ctx.db, owner, id));
  if (!job) throw appError('EXPORT_NOT_FOUND');
  return job;
}
