import { query } from '../kernel/operation.ts';
import { toPage } from '../kernel/page.ts';
import { toEntry } from './entry.ts';
import { AuditListInput, AuditPage } from './model.ts';
import { auditQuery, countAudit, type Place } from './store.ts';
import { targetNames } from './target-names-store.ts';

/** `total` stops at 10,000. */
export const listAudit = query('audit.list', {
  permission: 'audit:view',
  summary: 'List the audit log with filters, newest first.',
  input: AuditListInput,
  output: AuditPage,
}).run(async (ctx, input) => {
  const from = input.cursor === undefined ? undefined : readCursor(input.cursor);
  const offset = from ? 0 : (input.page - 1) * input.size;
  const [total, found] = await Promise.all([
    countAudit(ctx, input),
    auditQuery(ctx, input, input.size + 1, from, offset).execute(),
  ]);
  const rows = found.slice(0, input.size);
  const last = rows.at(-1);
  const names = await targetNames(ctx, rows);
  const page = toPage(
    input,
    total,
    rows.map((row) => toEntry(row, names)),
  );
  return found.length > input.size && last ? { ...page, nextCursor: writeCursor(last) } : page;
});

function writeCursor({ atTime, id }: { atTime: Date; id: number }): string {
  return Buffer.from(`${atTime.getTime()}.${id}`).toString('base64url');
}

/** undefined: not one of ours; the list then begins at its page. */
function readCursor(text: string): Place | undefined {
  const [, time, id] = /^(\d{1,15})\.(\d{1,15})$/.exec(Buffer.from(text, 'base64url').toString('ascii')) ?? [];
  return time && id ? { at: new Date(Number(time)), id: Number(id) } : undefined;
}
