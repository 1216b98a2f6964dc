import type { ExportJob, ExportStatus } from '@forewarn/core/alert-exports/model';

type Job = Pick<ExportJob, 'status'>;

export const EXPORT_TONES = {
  QUEUED: 'neutral',
  RUNNING: 'accent',
  DONE: 'positive',
  FAILED: 'danger',
  CANCELLED: 'neutral',
  EXPIRED: 'neutral',
} as const satisfies Record<ExportStatus, string>;

export function isUnderWay({ status }: Job): boolean {
  return status === 'QUEUED' || status === 'RUNNING';
}

/** Where a number of rows says something: not of a file that isn't, nor before they were counted. */
export function isCounted({ status }: Job): boolean {
  return status === 'RUNNING' || status === 'DONE' || status === 'EXPIRED';
}
