import { actorRef } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { appError } from '../kernel/errors.ts';
import { uuidv7 } from '../kernel/uuid.ts';
import { EXPORTS_AT_A_TIME, type ExportFilter, type ExportFormat } from './model.ts';
import { exportOwner, findExport } from './own-job.ts';
import { type ExportRecord, insertJob } from './store.ts';

interface Wish {
  format: ExportFormat;
  timeZone: string;
  filter: ExportFilter;
  /** The export it repeats. */
  again?: string;
}

/** A new job in one of its owner's places, with its filter in the audit log. Errors: `EXPORTS_RUNNING`. */
export async function placeJob(ctx: Context, { format, timeZone, filter, again }: Wish): Promise<ExportRecord> {
  const { actor } = ctx;
  const now = ctx.now();
  const id = uuidv7(now);
  const merchantId = actor.kind === 'merchant' ? actor.merchantId : null;
  const placed = await insertJob(ctx.db, {
    ...exportOwner(ctx),
    id,
    merchantId,
    slotOwner: merchantId === null ? actorRef(actor) : `company:${merchantId}`,
    format,
    locale: ctx.locale,
    timeZone,
    filter: JSON.stringify(filter),
    parts: '[]',
    nextTime: now,
    createdTime: now,
  });
  if (!placed) throw appError('EXPORTS_RUNNING', { limit: EXPORTS_AT_A_TIME });
  ctx.audit({ targetType: 'export', targetId: id, detail: { format, filter, ...(again && { again }) } });
  return findExport(ctx, id);
}
