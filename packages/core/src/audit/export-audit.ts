import { toCsv } from '../kernel/csv.ts';
import { command } from '../kernel/operation.ts';
import { iso } from '../kernel/time.ts';
import { auditActionLabel, auditTargetLabel } from './labels.ts';
import { AuditFile, AuditFilters } from './model.ts';
import { type AuditRow, auditQuery } from './store.ts';

/** More than this is the database's work. */
const LIMIT = 10_000;

const HEADERS = {
  'zh-CN': [
    '编号',
    '时间(UTC)',
    '操作人类型',
    '操作人编号',
    '操作人',
    '操作',
    '操作代码',
    '对象类型',
    '对象编号',
    '结果',
    '来源地址',
    '客户端',
    '请求编号',
    '细节',
  ],
  en: [
    'Number',
    'Time (UTC)',
    'Kind of person',
    'Person number',
    'Person',
    'Action',
    'Action code',
    'Kind of target',
    'Target',
    'Result',
    'Address',
    'Client',
    'Request id',
    'Particulars',
  ],
} as const;

/** The filtered log as CSV, newest first, at most 10,000 rows. Leaves a row of its own that says what was asked for. */
export const exportAudit = command('audit.export', {
  permission: 'audit:export',
  summary: 'Export the audit log as CSV.',
  input: AuditFilters,
  output: AuditFile,
}).run(async (ctx, input) => {
  const found = await auditQuery(ctx, input, LIMIT + 1).execute();
  const rows = found.slice(0, LIMIT);
  const cells = (row: AuditRow) => [
    row.id,
    iso(row.atTime),
    row.actorKind,
    row.actorId,
    row.actorName,
    auditActionLabel(row.action, ctx.locale),
    row.action,
    auditTargetLabel(row.targetType, ctx.locale),
    row.targetId,
    row.result,
    row.ip,
    row.userAgent,
    row.requestId,
    row.detail,
  ];
  ctx.audit({ targetType: 'export', targetId: 'audit', detail: { rows: rows.length, filters: input } });
  return {
    fileName: `audit-${ctx.now().toISOString().slice(0, 10)}.csv`,
    contentType: 'text/csv; charset=utf-8',
    rows: rows.length,
    cut: found.length > LIMIT,
    content: toCsv(HEADERS[ctx.locale], rows.map(cells)),
  };
});
