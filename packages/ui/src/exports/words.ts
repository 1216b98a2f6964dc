import type { ExportFormat, ExportStatus } from '@forewarn/core/alert-exports/model';

const zhNumber = (count: number) => count.toLocaleString('zh-CN');
export const alertsZh = (count: number) => `${zhNumber(count)} 条`;

/** Exports of alerts, in the words that merchants and staff share. */
export const exportWordsZh = {
  open: '导出',
  title: '导出预警',
  counting: '正在统计…',
  matching: (count: number) =>
    count >= 10_000 ? '符合当前筛选条件的全部预警（超过 10,000 条）。' : `符合当前筛选条件的 ${alertsZh(count)}预警。`,
  format: '文件格式',
  formats: { xlsx: 'Excel（XLSX）', csv: 'CSV' } satisfies Record<ExportFormat, string>,
  times: (zone: string) => `时间按 ${zone} 时区写入。`,
  save: '导出',
  start: '开始导出',
  saved: (rows: number, cut: boolean) => `已保存 ${alertsZh(rows)}${cut ? '（还有更多未包含）' : ''}。`,
  mine: '我的导出',
  rows: (done: number, total: number | undefined) =>
    total === undefined ? alertsZh(done) : `${zhNumber(done)} / ${alertsZh(total)}`,
  until: (time: string) => `${time} 前可下载`,
  cut: (rows: number) => `文件只包含其中 ${alertsZh(rows)}，其余请缩小筛选范围后再导出。`,
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
};

const enNumber = (count: number) => count.toLocaleString('en');
export const alertsEn = (count: number) => (count === 1 ? '1 alert' : `${enNumber(count)} alerts`);

export const exportWordsEn: typeof exportWordsZh = {
  open: 'Export',
  title: 'Export alerts',
  counting: 'Counting…',
  matching: (count) =>
    count >= 10_000
      ? 'All alerts that match the filters (more than 10,000).'
      : `The ${alertsEn(count)} that match the filters.`,
  format: 'Format',
  formats: { xlsx: 'Excel (XLSX)', csv: 'CSV' },
  times: (zone) => `Times are written in the zone ${zone}.`,
  save: 'Export',
  start: 'Start export',
  saved: (rows, cut) => `${alertsEn(rows)} saved${cut ? '; there are more' : ''}.`,
  mine: 'My exports',
  rows: (done, total) => (total === undefined ? alertsEn(done) : `${enNumber(done)} of ${alertsEn(total)}`),
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
};
