import { z } from 'zod';
import { countUnread } from '../inbox/index.ts';
import type { Context } from '../kernel/context.ts';
import { query } from '../kernel/operation.ts';
import { toPage } from '../kernel/page.ts';
import { shownTo } from '../kernel/sensitive.ts';
import { AdminAlertListInput, AlertListInput, AlertPage, AlertPulse } from './model.ts';
import { alertPulseRow, assigneeNames, companyNames, listAlertRows } from './store.ts';
import { toSummary } from './summary.ts';

/** the merchant's alerts, newest first unless asked otherwise. `total` stops at 10,000. */
export const listAlerts = query('alerts.list', {
  permission: 'alert:view',
  input: AlertListInput,
  output: AlertPage,
  summary: 'List alerts with filters, sorting and paging.',
}).run(list);

/** All merchants' alerts, with the work queue (`queue=true`: unmatched or held) as a filter. */
export const adminListAlerts = query('admin.alerts.list', {
  permission: 'alert:assign',
  input: AdminAlertListInput,
  output: AlertPage,
  summary: 'List the alerts of all merchants; queue=true for those that wait for an admin.',
}).run(list);

async function list(ctx: Context, input: AdminAlertListInput) {
  const { total, more, records, nextCursor } = await listAlertRows(ctx, input);
  const ids = ctx.scope === 'all' ? records.flatMap((row) => (row.merchantId === null ? [] : [row.merchantId])) : [];
  const [names, assignees] = await Promise.all([
    companyNames(ctx.db, ids),
    assigneeNames(
      ctx.db,
      records.flatMap((row) => row.assignedTo ?? []),
    ),
  ]);
  const page = toPage(
    input,
    total,
    records.map((row) => {
      const assignee = assignees.get(row.assignedTo ?? 0) ?? null;
      return toSummary(
        row,
        names.get(row.merchantId ?? 0) ?? null,
        shownTo(ctx.actor, 'merchant.contactPerson', assignee),
      );
    }),
  );
  return nextCursor ? { ...page, more, nextCursor } : { ...page, more };
}

export const alertPulse = query('alerts.pulse', {
  background: true,
  permission: 'alert:view',
  input: z.object({}),
  output: AlertPulse,
  summary: 'What changes when anything in the list does: cheap enough to ask every few seconds.',
}).run(pulse);

export const adminAlertPulse = query('admin.alerts.pulse', {
  background: true,
  permission: 'alert:assign',
  input: z.object({}),
  output: AlertPulse,
  summary: 'The pulse of all merchants; needsAnswer counts what waits for an admin.',
}).run(pulse);

async function pulse(ctx: Context) {
  const { actor } = ctx;
  const [{ needsAnswer, newestId, changed }, unread] = await Promise.all([
    alertPulseRow(ctx),
    actor.kind === 'merchant' && actor.grants['inbox:view'] ? countUnread(ctx, actor.id) : 0,
  ]);
  return { needsAnswer, newestId, latestChange: changed === null ? null : changed.toISOString(), unread };
}
