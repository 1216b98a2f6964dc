import type { ExportFormat, ExportStatus } from '@forewarn/core/alert-exports/model';

const number = (count: number) => count.toLocaleString('zh-CN');

export const exportZh = {
  open: '导出',
  title: '导出预警',
  selected: (count: number) => `所选的 ${number(count)} 条预警。`,
  counting: '正在统计…',
  matching: (count: number) =>
    count >= 10_000 ? '符合当前筛选条件的全部预警（超过 10,000 条）。' : `符合当前筛选条件的 ${number(count)} 条预警。`,
  format: '文件格式',
  formats: { xlsx: 'Excel（XLSX）', csv: 'CSV' } satisfies Record<ExportFormat, string>,
  times: (zone: string) => `时间按 ${zone} 时区写入。`,
  background: '数量较多，将在后台生成：可以关闭此窗口，完成后会收到站内消息。',
  save: '导出',
  start: '开始导出',
  started: '已开始，完成后会收到站内消息。',
  saved: (rows: number, cut: boolean) => `已保存 ${number(rows)} 条${cut ? '（还有更多未包含）' : ''}。`,
  mine: '我的导出',
  rows: (done: number, total: number | undefined) =>
    total === undefined ? `${number(done)} 条` : `${number(done)} / ${number(total)} 条`,
  until: (time: string) => `${time} 前可下载`,
  cut: (rows: number) => `文件只包含其中 ${number(rows)} 条，其余请缩小筛选范围后再导出。`,
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
  another: '新的导出',
  download: '下载',
};
