import { toCsv } from '../kernel/csv.ts';
import { command } from '../kernel/operation.ts';
import { ACTION_LABELS, RISK_LABELS } from '../notifications/index.ts';
import { ANSWER_ACTIONS, ExportFile, ExportInput } from './model.ts';
import { firstAlertRows, rowsByIds } from './store.ts';
import { toSummary } from './summary.ts';

/** More than this is a background job's work; the file says when it was cut. */
const LIMIT = 5000;

const HEADERS = {
  'zh-CN': [
    '预警ID',
    '预警时间(UTC)',
    '处理截止(UTC)',
    '风险等级',
    '金额',
    '币种',
    '交易ID',
    '描述符',
    '卡BIN',
    '处理状态',
    '处理方式',
    '处理时间(UTC)',
  ],
  en: [
    'Alert ID',
    'Alert time (UTC)',
    'Answer by (UTC)',
    'Risk',
    'Amount',
    'Currency',
    'Transaction ID',
    'Descriptor',
    'Card BIN',
    'Status',
    'Answer',
    'Answered (UTC)',
  ],
} as const;
const STATUS = {
  'zh-CN': { PENDING: '待处理', PROCESSED: '已处理', IGNORED: '已忽略' },
  en: { PENDING: 'Pending', PROCESSED: 'Processed', IGNORED: 'Ignored' },
} as const;

/** the alerts of a list, or chosen ones, as CSV; at most 5,000. Leaves an audit row. */
export const exportAlerts = command('alerts.export', {
  permission: 'alert:export',
  input: ExportInput,
  output: ExportFile,
  summary: 'Export alerts as CSV.',
  whileSuspended: true,
  rate: 'export',
  allowlist: 'export',
}).run(async (ctx, input) => {
  const rows = input.ids ? await rowsByIds(ctx, input.ids) : await firstAlertRows(ctx, input, LIMIT);
  const lines = rows.map((row) => {
    const alert = toSummary(row, null);
    const action = ANSWER_ACTIONS.find((name) => name === alert.processAction);
    return [
      alert.alertId,
      alert.alertTime,
      alert.deadline,
      RISK_LABELS[ctx.locale][alert.riskLevel],
      alert.amount,
      alert.currency,
      alert.transactionId,
      alert.descriptor,
      alert.cardBinMasked,
      STATUS[ctx.locale][alert.processStatus],
      action ? ACTION_LABELS[ctx.locale][action] : null,
      alert.processTime,
    ];
  });
  ctx.audit({ targetType: 'export', targetId: 'alerts', detail: { rows: lines.length } });
  return {
    fileName: `alerts-${ctx.now().toISOString().slice(0, 10)}.csv`,
    contentType: 'text/csv; charset=utf-8',
    rows: lines.length,
    content: toCsv(HEADERS[ctx.locale], lines),
  };
});
