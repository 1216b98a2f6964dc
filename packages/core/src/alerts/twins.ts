import type { Context } from '../kernel/context.ts';
import { amountToNumber, parseAmount } from '../kernel/money.ts';
import { isoOrNull } from '../kernel/time.ts';
import { openDetails } from './content.ts';
import { refundOfAlert } from './earlier-refunds.ts';
import type { AlertRow } from './intake-store.ts';
import { type DuplicateAlert, type EarlierRefund, PROCESS_ACTIONS, type RelatedAlert } from './model.ts';
import { type RelativeRow, type RelativesOf, refundsOf, type TwinRow, twinCandidates } from './relatives-store.ts';
import { sameTransaction, type TransactionKeys } from './same-transaction.ts';

/** Other alerts about the transaction of one, newest first, and the refunds that are known from them, oldest first. */
export interface Twins {
  duplicates: DuplicateAlert[];
  refunds: EarlierRefund[];
}

/**
 * The merchant's other alerts about the same transaction. A few candidates are found by index; only these are opened, for their
 * authorisation code and the transaction's time.
 */
export async function twinsOf(
  { db, ports }: Pick<Context, 'db' | 'ports'>,
  alert: AlertRow,
  of: RelativesOf,
): Promise<Twins> {
  const keys = keysOf(alert, ports.cipher);
  const twins = (await twinCandidates(db, of, alert)).flatMap((row) => {
    const theirs = keysOf(row, ports.cipher);
    const by = sameTransaction(keys, theirs);
    const sameAuthCode = keys.authCode !== null && keys.authCode === theirs.authCode;
    return by ? [{ row, by, sameAuthCode }] : [];
  });
  const refunds = await refundsOf(
    db,
    twins.map(({ row }) => row.id),
  );
  return {
    duplicates: twins
      .map(({ row, by, sameAuthCode }) => ({ ...toRelated(row), by, sameAuthCode }))
      .sort((a, b) => b.id - a.id),
    refunds: twins
      .flatMap(({ row }) => refundOfAlert({ ...row, refundAmount: refunds.get(row.id) ?? null }) ?? [])
      .sort((a, b) => (a.at < b.at ? -1 : 1)),
  };
}

function keysOf(row: AlertRow | TwinRow, cipher: Context['ports']['cipher']): TransactionKeys {
  const details = openDetails(row.detailsEnc, row.alertId, cipher);
  return {
    ...row,
    amount: parseAmount(row.amount) ?? 0n,
    transactionTime: details?.transactionTime ?? null,
    authCode: details?.authCode ?? null,
  };
}

/** A row as lists of other alerts show it. */
export function toRelated(row: RelativeRow): RelatedAlert {
  return {
    id: row.id,
    alertId: row.alertId,
    program: row.program,
    alertTime: row.alertTime.toISOString(),
    amount: amountToNumber(parseAmount(row.amount) ?? 0n),
    currency: row.currency,
    processStatus: row.processStatus,
    processAction: PROCESS_ACTIONS.find((action) => action === row.processAction) ?? null,
    processTime: isoOrNull(row.processTime),
    feedbackStatus: row.feedbackStatus,
    needsAnswer: row.needsAnswer === 1,
    outcome: row.outcome,
  };
}
