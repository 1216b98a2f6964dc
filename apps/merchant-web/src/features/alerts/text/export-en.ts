import type { exportZh } from './export-zh-CN.ts';

const number = (count: number) => count.toLocaleString('en');
const alerts = (count: number) => (count === 1 ? '1 alert' : `${number(count)} alerts`);

export const exportEn: typeof exportZh = {
  open: 'Export',
  title: 'Export alerts',
  selected: (count) => `The ${alerts(count)} you selected.`,
  counting: 'Counting…',
  matching: (count) =>
    count >= 10_000
      ? 'All alerts that match the filters (more than 10,000).'
      : `The ${alerts(count)} that match the filters.`,
  format: 'Format',
  formats: { xlsx: 'Excel (XLSX)', csv: 'CSV' },
  times: (zone) => `Times are written in the zone ${zone}.`,
  background: ' This is made in the background: you may close this window, and a message tells you when it is ready.',
  save: 'Export',
  start: 'Start export',
  started: 'Started. A message tells you when it is ready.',
  saved: (rows, cut) => `${alerts(rows)} saved${cut ? '; there are more' : ''}.`,
  mine: 'My exports',
  rows: (done, total) => (total === undefined ? alerts(done) : `${number(done)} of ${alerts(total)}`),
  until: (time) => `until ${time}`,
  cut: (rows) => `There are more than the file’s ${number(rows)}: narrow the filters to export the rest.`,
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
  another: 'Another export',
  download: 'Download',
};
