import type { ExportFormat, ExportStatus } from '@forewarn/core/alert-exports/model';
import { useDictionary } from '@forewarn/ui/i18n';

const zhNumber = (count: number) => count.toLocaleString('zh-CN');
const zhCN = {
  open: '导出',
  openRunning: (count: number) => `导出（${count} 个生成中）`,
  title: '导出预警',
  counting: '正在统计…',
  matching: (count: number) =>
    count >= 10_000
      ? '符合当前筛选条件的全部预警（超过 10,000 条）。'
      : `符合当前筛选条件的 ${zhNumber(count)} 条预警。`,
  allMerchants: '包含所有商户。',
  format: '文件格式',
  formats: { xlsx: 'Excel（XLSX）', csv: 'CSV' } satisfies Record<ExportFormat, string>,
  times: (zone: string) => `时间按 ${zone} 时区写入。`,
  audited: '导出和下载连同筛选条件写入审计日志。',
  background: '数量较多，将在后台生成：可以关闭此窗口，完成后会提醒您。',
  save: '导出',
  start: '开始导出',
  started: '已开始，进度见下方。',
  saved: (rows: number, cut: boolean) => `已保存 ${zhNumber(rows)} 条${cut ? '（还有更多未包含）' : ''}。`,
  mine: '我的导出',
  rows: (done: number, total: number | undefined) =>
    total === undefined ? `${zhNumber(done)} 条` : `${zhNumber(done)} / ${zhNumber(total)} 条`,
  until: (time: string) => `${time} 前可下载`,
  cut: (rows: number) => `文件只包含其中 ${zhNumber(rows)} 条，其余请缩小筛选范围后再导出。`,
  failed: '多次尝试后仍未成功，没有生成文件。可以用相同的筛选条件再试一次。',
  status: {
    QUEUED: '排队中',
    RUNNING: '生成中',
    DONE: '可下载',
    FAILED: '失败',
    CANCELLED: '已取消',
    EXPIRED: '已删除',
  } satisfies Record<ExportStatus, string>,
  progress: '导出进度',
  cancel: '取消',
  remove: '删除',
  again: '重新导出',
  download: '下载',
  news: {
    ready: '导出完成',
    readyHint: (rows: number) => `${zhNumber(rows)} 条预警已生成文件，可在“导出”中下载。`,
    failed: '导出失败',
    failedHint: '多次尝试后仍未成功。可在“导出”中用相同的筛选条件再试一次。',
  },
};

const enNumber = (count: number) => count.toLocaleString('en');
const alerts = (count: number) => (count === 1 ? '1 alert' : `${enNumber(count)} alerts`);
const en: typeof zhCN = {
  open: 'Export',
  openRunning: (count) => `Export (${count} running)`,
  title: 'Export alerts',
  counting: 'Counting…',
  matching: (count) =>
    count >= 10_000
      ? 'All alerts that match the filters (more than 10,000).'
      : `The ${alerts(count)} that match the filters.`,
  allMerchants: ' Every merchant is included.',
  format: 'Format',
  formats: { xlsx: 'Excel (XLSX)', csv: 'CSV' },
  times: (zone) => `Times are written in the zone ${zone}.`,
  audited: ' Exports and downloads go into the audit log with their filters.',
  background: ' This is made in the background: you may close this window, and are told when it is ready.',
  save: 'Export',
  start: 'Start export',
  started: 'Started. See its progress below.',
  saved: (rows, cut) => `${alerts(rows)} saved${cut ? '; there are more' : ''}.`,
  mine: 'My exports',
  rows: (done, total) => (total === undefined ? alerts(done) : `${enNumber(done)} of ${alerts(total)}`),
  until: (time) => `until ${time}`,
  cut: (rows) => `There are more than the file’s ${enNumber(rows)}: narrow the filters to export the rest.`,
  failed: 'It was tried several times and made no file. You can start it again with the same filters.',
  status: {
    QUEUED: 'Waiting',
    RUNNING: 'Running',
    DONE: 'Ready',
    FAILED: 'Failed',
    CANCELLED: 'Cancelled',
    EXPIRED: 'Deleted',
  },
  progress: 'Progress of the export',
  cancel: 'Cancel',
  remove: 'Delete',
  again: 'Export again',
  download: 'Download',
  news: {
    ready: 'Export ready',
    readyHint: (rows) => `The file with ${alerts(rows)} can be downloaded under “Export”.`,
    failed: 'Export failed',
    failedHint: 'It was tried several times. Under “Export” you can start it again with the same filters.',
  },
};

export const useExportText = () => useDictionary({ 'zh-CN': zhCN, en });
