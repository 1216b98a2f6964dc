import { alertsZh, exportWordsZh } from '@forewarn/ui/exports';

export const exportZh = {
  ...exportWordsZh,
  selected: (count: number) => `所选的 ${alertsZh(count)}预警。`,
  background: '数量较多，将在后台生成：可以关闭此窗口，完成后会收到站内消息。',
  started: '已开始，完成后会收到站内消息。',
  another: '新的导出',
};
