import { appError } from '../kernel/errors.ts';
import { command } from '../kernel/operation.ts';
import { toJob } from './job-view.ts';
import { ExportId, ExportJob } from './model.ts';
import { findExport } from './own-job.ts';
import { updateJob } from './store.ts';

/** Removes a finished export's file before its time: nobody can fetch it any more, and the worker deletes it. Safe to repeat. */
export const removeExport = command('alerts.exports.remove', {
  permission: 'alert:export',
  input: ExportId,
  output: ExportJob,
  summary: 'Delete the file of a finished export.',
  whileSuspended: true,
}).run(async (ctx, { id }) => {
  const job = await findExport(ctx, id, 'lock');
  ctx.audit({ targetType: 'export', targetId: id });
  if (job.status === 'QUEUED' || job.status === 'RUNNING') throw appError('EXPORT_STATE', { status: job.status });
  if (job.status !== 'DONE') return toJob(job);
  const now = ctx.now();
  await updateJob(ctx.db, id, { status: 'EXPIRED', leaseToken: null, nextTime: now, expiresTime: now });
  return toJob(await findExport(ctx, id));
});
