import { command } from '../kernel/operation.ts';
import { toJob } from './job-view.ts';
import { ExportJob, ExportStart } from './model.ts';
import { placeJob } from './place-job.ts';
import { tableReader } from './reader.ts';

/** everything a list finds, as a file made in the background. Errors: `EXPORTS_RUNNING`. */
export const startExport = command('alerts.exports.start', {
  permission: 'alert:export',
  input: ExportStart,
  output: ExportJob,
  summary: 'Start an export of everything the filters find, up to 200,000 alerts, as CSV or XLSX.',
  whileSuspended: true,
  rate: 'export',
  allowlist: 'export',
}).run(async (ctx, { format, timeZone, ...filter }) => {
  const reader = await tableReader(ctx, timeZone);
  return toJob(await placeJob(ctx, { format, timeZone: reader.timeZone, filter }));
});
