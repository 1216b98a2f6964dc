import { appError } from '../kernel/errors.ts';
import { command } from '../kernel/operation.ts';
import { toJob } from './job-view.ts';
import { ExportId, ExportJob } from './model.ts';
import { findExport } from './own-job.ts';
import { updateJob } from './store.ts';

/** Stops an export that isn't finished; what was written of it goes. Safe to repeat. Errors: `EXPORT_NOT_FOUND`, `EXPORT_STATE`. */
export const cancelExport = command('alerts.exports.cancel', {
  permission: 'alert:export',
  input: ExportId,
  output: ExportJob,
  summary: 'Cancel an export that is not finished.',
  whileSuspended: true,
}).run(async (ctx, { id }) => {
  const job = await findExport(ctx, id, 'lock');
  ctx.audit({ targetType: 'export', targetId: id, detail: { rows: job.doneRows } });
  if (job.status === 'CANCELLED') return toJob(job);
  if (job.status !== 'QUEUED' && job.status !== 'RUNNING') throw appError('EXPORT_STATE', { status: job.status });
  const now = ctx.now();
  // The lease goes with it, so that whoever works on it writes nothing any more.
  await updateJob(ctx.db, id, { status: 'CANCELLED', slot: null, leaseToken: null, nextTime: now, finishedTime: now });
  return toJob(await findExport(ctx, id));
});
