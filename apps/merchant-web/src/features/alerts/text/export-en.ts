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
  background: 'This is made in the background: you may close this window and come back here for the file.',
  save: 'Export',
  start: 'Start export',
  started: 'Started. See its progress below.',
  saved: (rows, cut) => `${alerts(rows)} saved${cut ? '; there are more' : ''}.`,
  mine: 'My exports',
  rows: (done, total) => (total === undefined ? alerts(done) : `${number(done)} of ${alerts(total)}`),
  until: (time) => `until ${time}`,
  cut: (rows) => `the first ${number(rows)} only: narrow the filters and export the rest`,
  failed: 'it failed several times; start it again',
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
  download: 'Download',
};
