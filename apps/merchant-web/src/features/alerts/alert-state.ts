import type { AlertSummary } from '@forewarn/core/alerts/model';

/**
 * What an alert means to the merchant.
 * - `open`: waits for an answer · `answered` · `missed`: the time ran out unanswered
 * - `held`: the platform checks whom it belongs to · `settled`: refunded by the card network, nothing to do
 */
export type AlertState = 'open' | 'answered' | 'missed' | 'held' | 'settled';

type Facts = Pick<AlertSummary, 'program' | 'processAction' | 'processStatus' | 'holdReason' | 'needsAnswer'>;

export function alertState(alert: Facts): AlertState {
  if (alert.program === 'RDR' || alert.processAction === 'REFUNDED_BY_NETWORK') return 'settled';
  if (alert.processStatus !== 'PENDING') return 'answered';
  if (alert.holdReason !== null) return 'held';
  return alert.needsAnswer ? 'open' : 'missed';
}
