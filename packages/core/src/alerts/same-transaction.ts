import { DAY } from '../kernel/time.ts';
import type { Program, SameTransactionBy } from './model.ts';

/** What says which transaction an alert is about. */
export interface TransactionKeys {
  program: Program;
  arn: string | null;
  transactionId: string | null;
  cardBin: string | null;
  cardLast4: string | null;
  /** Ten-thousandths. */
  amount: bigint;
  currency: string;
  alertTime: Date;
  /** As the network says it; unreadable text counts as absent. */
  transactionTime: string | null;
  authCode: string | null;
}

/** Alerts about one transaction come within days of each other; asked for where neither says when the transaction was. */
export const ALERTS_APART = 3 * DAY;

/**
 * Whether two alerts of one merchant are about one transaction, and by what (docs/decisions/0053): the same ARN; the same transaction id;
 * else the same card, amount and currency, with transaction times at most a day apart (or, without them, alert times three days) and no
 * authorisation code, ARN or — within one program — transaction id that speaks against it.
 */
export function sameTransaction(a: TransactionKeys, b: TransactionKeys): SameTransactionBy | null {
  const arn = compare(a.arn, b.arn);
  if (arn === 'equal') return 'ARN';
  const transactionId = compare(a.transactionId, b.transactionId);
  if (transactionId === 'equal') return 'TRANSACTION_ID';
  if (arn === 'different' || (transactionId === 'different' && a.program === b.program)) return null;
  const card = compare(a.cardBin, b.cardBin) === 'equal' && compare(a.cardLast4, b.cardLast4) === 'equal';
  if (!card || a.amount !== b.amount || a.currency !== b.currency) return null;
  if (compare(a.authCode, b.authCode) === 'different') return null;
  return closeInTime(a, b) ? 'CARD' : null;
}

function compare(a: string | null, b: string | null): 'equal' | 'different' | 'unknown' {
  const [one, other] = [a?.trim() ?? '', b?.trim() ?? ''];
  if (one === '' || other === '') return 'unknown';
  return one === other ? 'equal' : 'different';
}

function closeInTime(a: TransactionKeys, b: TransactionKeys): boolean {
  const [one, other] = [instantOf(a.transactionTime), instantOf(b.transactionTime)];
  if (one !== null && other !== null) return Math.abs(one - other) <= DAY;
  return Math.abs(a.alertTime.getTime() - b.alertTime.getTime()) <= ALERTS_APART;
}

/** A time without a zone is taken as UTC on both sides: the difference is what counts. */
function instantOf(text: string | null): number | null {
  if (text === null) return null;
  const plain = text.trim().replace(' ', 'T');
  const time = Date.parse(/([zZ]|[+-]\d\d:?\d\d)$/.test(plain) || plain.length <= 10 ? plain : `${plain}Z`);
  return Number.isNaN(time) ? null : time;
}
