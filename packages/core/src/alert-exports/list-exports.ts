import { z } from 'zod';
import { query } from '../kernel/operation.ts';
import { toJob } from './job-view.ts';
import { ExportJobs } from './model.ts';
import { exportOwner } from './own-job.ts';
import { ownJobsQuery } from './store.ts';

/** One's own exports, the newest first; those of colleagues are theirs. */
export const listExports = query('alerts.exports.list', {
  permission: 'alert:export',
  input: z.object({}),
  output: ExportJobs,
  summary: 'List your own exports that run or can be downloaded.',
  background: true,
}).run(async (ctx) => ({ records: (await ownJobsQuery(ctx.db, exportOwner(ctx)).execute()).map(toJob) }));
