import { amountToNumber, parseAmount } from '../kernel/money.ts';
import { SENSITIVE_FIELDS } from '../kernel/sensitive.ts';
import { isoOrNull } from '../kernel/time.ts';
import { type AlertSummary, HOLD_REASONS, PROCESS_ACTIONS } from './model.ts';
import { LATE_FLAG } from './record-alerts.ts';
import type { SummaryRow } from './store.ts';

/** A row as lists show it; `merchantName` only for staff; `assignee`: the name that goes with `assigned_to`. */
export function toSummary(
  row: Omit<SummaryRow, 'riskRank' | 'urgencyTime'>,
  merchantName: string | null,
  assignee: string | null = null,
): AlertSummary {
  return {
    id: row.id,
    alertId: row.alertId,
    program: row.program,
    alertTime: row.alertTime.toISOString(),
    receivedTime: row.createdTime.toISOString(),
    deadline: row.deadline.toISOString(),
    riskLevel: row.riskLevel,
    amount: amountToNumber(parseAmount(row.amount) ?? 0n),
    currency: row.currency,
    transactionId: row.transactionId,
    descriptor: row.descriptor,
    cardBinMasked: row.cardBin === null ? null : SENSITIVE_FIELDS['alert.cardBin'].mask(row.cardBin),
    cardLast4: row.cardLast4,
    matchStatus: row.matchStatus,
    matchTier: row.matchTier,
    holdReason: HOLD_REASONS.find((reason) => reason === row.holdReason) ?? null,
    processStatus: row.processStatus,
    processAction: PROCESS_ACTIONS.find((action) => action === row.processAction) ?? null,
    processTime: isoOrNull(row.processTime),
    feedbackStatus: row.feedbackStatus,
    needsAnswer: row.needsAnswer === 1,
    expired: row.feedbackStatus === 'EXPIRED' && row.processStatus === 'PENDING',
    cardBrand: row.cardBrand,
    assignedTo: row.assignedTo === null ? null : { id: row.assignedTo, name: assignee ?? '' },
    late: (row.flags & LATE_FLAG) !== 0,
    merchantId: row.merchantId,
    merchantName,
  };
}
