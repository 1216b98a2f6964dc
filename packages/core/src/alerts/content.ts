import { createHash } from 'node:crypto';
import { amountToSql } from '../kernel/money.ts';
import type { Cipher } from '../ports/index.ts';
import { cardBrandOf } from './card-brand.ts';
import { deadlineOf } from './deadline.ts';
import type { AlertDetails, IncomingAlert } from './incoming.ts';
import { computeRisk } from './risk.ts';

/** The columns of `chargeback_alerts` that come from the provider; an update replaces them all. */
export function contentColumns(alert: IncomingAlert, cipher: Cipher) {
  return {
    program: alert.program,
    descriptor: alert.descriptor,
    descriptorRegister: alert.descriptorRegister,
    cardBin: alert.cardBin,
    cardBrand: cardBrandOf(alert.details.cardBrand, alert.cardBin),
    cardLast4: alert.cardLast4,
    caid: alert.caid,
    amount: amountToSql(alert.amount),
    currency: alert.currency,
    transactionId: alert.transactionId,
    merchantOrderId: alert.merchantOrderId,
    /** What lists search: an order number is no secret, and ETHOCA's comes among the sealed details. */
    orderId: searchable(alert.merchantOrderId ?? alert.details.orderId),
    arn: alert.arn,
    alertTime: alert.alertTime,
    deadline: deadlineOf(alert),
    riskLevel: alert.riskLevel ?? computeRisk(alert),
    riskSource: alert.riskLevel ? ('PROVIDER' as const) : ('COMPUTED' as const),
    reasonCode: alert.reasonCode,
    alertStatus: alert.alertStatus,
    outcome: alert.outcome,
    detailsEnc: cipher.seal(JSON.stringify(alert.details), detailsPlace(alert.alertId)),
    contentSha256: contentHash(alert),
  };
}

/** An order number as the column takes it; longer than that it is none. */
function searchable(orderId: string | null): string | null {
  return orderId === null || orderId.trim() === '' ? null : orderId.trim().slice(0, 100);
}

export function detailsPlace(alertId: string): string {
  return `chargeback_alerts.details.${alertId}`;
}

export function openDetails(sealed: Buffer | null, alertId: string, cipher: Cipher): AlertDetails | null {
  return sealed === null
    ? null
    : (JSON.parse(cipher.open(sealed, detailsPlace(alertId)).toString('utf8')) as AlertDetails);
}

/** Equal for two deliveries that say the same in other bytes (order of fields, blanks): such a one is a repetition, not an update. */
export function contentHash(alert: IncomingAlert): Buffer {
  return createHash('sha256').update(canonical(alert)).digest();
}

function canonical(value: unknown): string {
  if (typeof value === 'bigint') return `${value}n`;
  if (value instanceof Date) return JSON.stringify(value.toISOString());
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([, item]) => item !== undefined);
    return `{${entries
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`)
      .join(',')}}`;
  }
  return JSON.stringify(value ?? null);
}
