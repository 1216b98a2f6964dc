import type { AlertSummary } from '@forewarn/core/alerts/model';

/** Whether an alert waits for a person: nobody's, or held back. */
export function isQueued({ matchStatus, holdReason }: Pick<AlertSummary, 'matchStatus' | 'holdReason'>): boolean {
  return matchStatus === 'UNMATCHED' || holdReason !== null;
}
