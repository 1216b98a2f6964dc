import type { ExportRow } from '../alerts/index.ts';
import type { FeedbackStatus, ProcessStatus } from '../alerts/model.ts';
import type { Locale } from '../kernel/locale.ts';
import { wallTime } from '../kernel/wall-time.ts';
import type { SheetCell } from '../kernel/xlsx.ts';
import { ACTION_LABELS, RISK_LABELS } from '../notifications/index.ts';

/** For whom a table is written. */
export interface TableReader {
  locale: Locale;
  timeZone: string;
  /** Staff see whose alert it is. */
  staff: boolean;
}

interface Column {
  label: Record<Locale, string>;
  /** In characters. */
  width: number;
  /** An instant: its column is named after the reader's zone. */
  zoned?: true;
  staff?: true;
  cell(row: ExportRow, reader: TableReader): SheetCell;
}

const STATUS: Record<Locale, Record<ProcessStatus, string>> = {
  'zh-CN': { PENDING: '待处理', PROCESSED: '已处理', IGNORED: '已忽略' },
  en: { PENDING: 'Pending', PROCESSED: 'Processed', IGNORED: 'Ignored' },
};
const FEEDBACK: Record<Locale, Record<FeedbackStatus, string>> = {
  'zh-CN': {
    NONE: '',
    QUEUED: '等待送出',
    PENDING_RETRY: '等待重试',
    SENT: '已送达',
    ACCEPTED: '已确认',
    REJECTED: '被拒绝',
    EXPIRED: '已超时',
  },
  en: {
    NONE: '',
    QUEUED: 'Waiting to be sent',
    PENDING_RETRY: 'Waiting to be tried again',
    SENT: 'Delivered',
    ACCEPTED: 'Accepted',
    REJECTED: 'Refused',
    EXPIRED: 'Out of time',
  },
};
const BY_NETWORK: Record<Locale, string> = { 'zh-CN': '卡组织已自动退款', en: 'Refunded by the card network' };

function time(zh: string, en: string, of: (row: ExportRow) => string | null): Column {
  const cell: Column['cell'] = (row, { timeZone }) => {
    const at = of(row);
    return at === null ? null : wallTime(new Date(at), timeZone);
  };
  return { label: { 'zh-CN': zh, en }, width: 20, zoned: true, cell };
}

function plain(zh: string, en: string, width: number, cell: Column['cell']): Column {
  return { label: { 'zh-CN': zh, en }, width, cell };
}

function actionOf({ processAction }: ExportRow, { locale }: TableReader): string | null {
  if (processAction === null) return null;
  return processAction === 'REFUNDED_BY_NETWORK' ? BY_NETWORK[locale] : ACTION_LABELS[locale][processAction];
}

/** A-126…A-129 and what people look up beside them; a card's number is as masked as on the screen. */
const COLUMNS: readonly Column[] = [
  { ...plain('商户', 'Merchant', 28, ({ merchantName }) => merchantName), staff: true },
  plain('预警ID', 'Alert ID', 38, ({ alertId }) => alertId),
  time('预警时间', 'Alert time', ({ alertTime }) => alertTime),
  time('处理截止', 'Answer by', ({ deadline }) => deadline),
  plain('预警类型', 'Program', 10, ({ program }) => program),
  plain('风险等级', 'Risk', 10, ({ riskLevel }, { locale }) => RISK_LABELS[locale][riskLevel]),
  plain('金额', 'Amount', 12, ({ amount }) => amount),
  plain('币种', 'Currency', 9, ({ currency }) => currency),
  plain('交易ID', 'Transaction ID', 26, ({ transactionId }) => transactionId),
  plain('商户订单号', 'Order ID', 22, ({ merchantOrderId }) => merchantOrderId),
  plain('ARN', 'ARN', 26, ({ arn }) => arn),
  plain('描述符', 'Descriptor', 26, ({ descriptor }) => descriptor),
  plain('CAID', 'CAID', 18, ({ caid }) => caid),
  plain('卡BIN', 'Card BIN', 11, ({ cardBinMasked }) => cardBinMasked),
  plain('卡号末四位', 'Card last 4', 11, ({ cardLast4 }) => cardLast4),
  plain('卡组织', 'Card brand', 13, ({ cardBrand }) => cardBrand),
  plain('原因代码', 'Reason code', 12, ({ reasonCode }) => reasonCode),
  plain('处理状态', 'Status', 12, ({ processStatus }, { locale }) => STATUS[locale][processStatus]),
  plain('处理方式', 'Answer', 22, actionOf),
  plain('退款金额', 'Refunded', 12, ({ refundAmount }) => refundAmount),
  plain('处理说明', 'Reason', 32, ({ reason }) => reason),
  time('处理时间', 'Answered', ({ processTime }) => processTime),
  plain('反馈状态', 'Delivery', 18, ({ feedbackStatus }, { locale }) => FEEDBACK[locale][feedbackStatus] || null),
];

const columnsFor = ({ staff }: TableReader) => COLUMNS.filter((column) => staff || !column.staff);

export function exportWidths(reader: TableReader): number[] {
  return columnsFor(reader).map(({ width }) => width);
}

/** In the reader's language, times with their zone's name. */
export function exportHeader(reader: TableReader): string[] {
  return columnsFor(reader).map(({ label, zoned }) =>
    zoned ? `${label[reader.locale]} (${reader.timeZone})` : label[reader.locale],
  );
}

export function exportLine(row: ExportRow, reader: TableReader): SheetCell[] {
  return columnsFor(reader).map(({ cell }) => cell(row, reader));
}
