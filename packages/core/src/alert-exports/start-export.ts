import { actorRef } from '../kernel/actor.ts';
import { appError } from '../kernel/errors.ts';
import { command } from '../kernel/operation.ts';
import { uuidv7 } from '../kernel/uuid.ts';
import { toJob } from './job-view.ts';
import { EXPORTS_AT_A_TIME, ExportJob, ExportStart } from './model.ts';
import { exportOwner, findExport } from './own-job.ts';
import { tableReader } from './reader.ts';
import { insertJob } from './store.ts';

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
  const { actor } = ctx;
  const now = ctx.now();
  const id = uuidv7(now);
  const merchantId = actor.kind === 'merchant' ? actor.merchantId : null;
  const reader = await tableReader(ctx, timeZone);
  const placed = await insertJob(ctx.db, {
    ...exportOwner(ctx),
    id,
    merchantId,
    slotOwner: merchantId === null ? actorRef(actor) : `company:${merchantId}`,
    format,
    locale: ctx.locale,
    timeZone: reader.timeZone,
    filter: JSON.stringify(filter),
    parts: '[]',
    nextTime: now,
    createdTime: now,
  });
  if (!placed) throw appError('EXPORTS_RUNNING', { limit: EXPORTS_AT_A_TIME });
  ctx.audit({ targetType: 'export', targetId: id, detail: { format, filter } });
  return toJob(await findExport(ctx, id));
});
