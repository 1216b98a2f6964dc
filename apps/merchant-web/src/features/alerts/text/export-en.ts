import { alertsEn, exportWordsEn } from '@forewarn/ui/exports';
import type { exportZh } from './export-zh-CN.ts';

export const exportEn: typeof exportZh = {
  ...exportWordsEn,
  selected: (count) => `The ${alertsEn(count)} you selected.`,
  background: ' This is made in the background: you may close this window, and a message tells you when it is ready.',
  started: 'Started. A message tells you when it is ready.',
  another: 'Another export',
};
