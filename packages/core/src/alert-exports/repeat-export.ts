import { appError } from '../kernel/errors.ts';
import { command } from '../kernel/operation.ts';
import { toJob } from './job-view.ts';
import { ExportFilter, ExportId, ExportJob } from './model.ts';
import { findExport } from './own-job.ts';
import { placeJob } from './place-job.ts';

/** The same export once more, of what its filters find now: after it failed, was cancelled or its file has gone. Errors: `EXPORT_NOT_FOUND`, `EXPORT_STATE`, `EXPORTS_RUNNING`. */
export const repeatExport = command('alerts.exports.repeat', {
  permission: 'alert:export',
  input: ExportId,
  output: ExportJob,
  summary: 'Start an export again with the filters it had, when it failed, was cancelled or its file is gone.',
  whileSuspended: true,
  rate: 'export',
  allowlist: 'export',
}).run(async (ctx, { id }) => {
  const { status, format, timeZone, filter } = await findExport(ctx, id);
  if (status === 'QUEUED' || status === 'RUNNING' || status === 'DONE') throw appError('EXPORT_STATE', { status });
  return toJob(await placeJob(ctx, { format, timeZone, filter: ExportFilter.parse(JSON.parse(filter)), again: id }));
});
