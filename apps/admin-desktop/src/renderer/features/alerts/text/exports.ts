import { alertsEn, alertsZh, exportWordsEn, exportWordsZh } from '@forewarn/ui/exports';
import { useDictionary } from '@forewarn/ui/i18n';

const zhCN = {
  ...exportWordsZh,
  openRunning: (count: number) => `导出（${count} 个生成中）`,
  allMerchants: '包含所有商户。',
  audited: '导出和下载连同筛选条件写入审计日志。',
  background: '数量较多，将在后台生成：可以关闭此窗口，完成后会提醒您。',
  started: '已开始，进度见下方。',
  news: {
    ready: '导出完成',
    readyHint: (rows: number) => `${alertsZh(rows)}预警已生成文件，可在“导出”中下载。`,
    failed: '导出失败',
    failedHint: '多次尝试后仍未成功。可在“导出”中用相同的筛选条件再试一次。',
  },
};

const en: typeof zhCN = {
  ...exportWordsEn,
  openRunning: (count) => `Export (${count} running)`,
  allMerchants: ' Every merchant is included.',
  audited: ' Exports and downloads go into the audit log with their filters.',
  background: ' This is made in the background: you may close this window, and are told when it is ready.',
  started: 'Started. See its progress below.',
  news: {
    ready: 'Export ready',
    readyHint: (rows) => `The file with ${alertsEn(rows)} can be downloaded under “Export”.`,
    failed: 'Export failed',
    failedHint: 'It was tried several times. Under “Export” you can start it again with the same filters.',
  },
};

export const useExportText = () => useDictionary({ 'zh-CN': zhCN, en });
