import { query } from '../kernel/operation.ts';
import { iso } from '../kernel/time.ts';
import { AuditListInput, AuditPage } from './model.ts';
import { auditPage } from './store.ts';

export const listAudit = query('audit.list', {
  permission: 'audit:view',
  summary: 'Lists the audit log, newest first; `action` is matched from its beginning.',
  input: AuditListInput,
  output: AuditPage,
}).run(async (ctx, input) => {
  const page = await auditPage(ctx, input);
  return { ...page, records: page.records.map(toEntry) };
});

function toEntry(row: Awaited<ReturnType<typeof auditPage>>['records'][number]) {
  const { id, atTime, actorKind, actorName, action, targetType, targetId, result, detail, ip, requestId } = row;
  return {
    id,
    at: iso(atTime),
    actorKind,
    actorName,
    action,
    targetType,
    targetId,
    result,
    detail: detail === null ? {} : JSON.parse(detail),
    ip,
    requestId,
  };
}
