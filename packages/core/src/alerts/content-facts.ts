import type { Locale } from '../kernel/locale.ts';
import { amountToSql } from '../kernel/money.ts';
import { SENSITIVE_FIELDS } from '../kernel/sensitive.ts';
import { cardBrandOf } from './card-brand.ts';
import { deadlineOf } from './deadline.ts';
import type { AlertDetails, IncomingAlert } from './incoming.ts';
import type { AlertRow } from './intake-store.ts';
import { explainReasonCode } from './reason-codes.ts';
import { computeRisk } from './risk.ts';

/** What of an alert comes from the provider, each as text: card data and names in full, for comparing. */
export type ContentFacts = Record<string, string | null>;

const DETAILS = [
  'cardType',
  'cardBrand',
  'issuer',
  'cardholderName',
  'transactionTime',
  'orderId',
  'riskScore',
  'riskReason',
  'authCode',
  'threeDSecure',
] as const satisfies readonly (keyof AlertDetails)[];

export function factsOfIncoming(alert: IncomingAlert): ContentFacts {
  return facts(
    { ...alert, amount: amountToSql(alert.amount), riskLevel: alert.riskLevel ?? computeRisk(alert) },
    deadlineOf(alert),
    alert.details,
  );
}

export function factsOfRow(row: AlertRow, details: AlertDetails | null): ContentFacts {
  return facts(row, row.deadline, details);
}

type Content = Pick<
  AlertRow,
  | 'program'
  | 'descriptor'
  | 'descriptorRegister'
  | 'cardBin'
  | 'cardLast4'
  | 'caid'
  | 'amount'
  | 'currency'
  | 'transactionId'
  | 'merchantOrderId'
  | 'arn'
  | 'alertTime'
  | 'riskLevel'
  | 'reasonCode'
  | 'alertStatus'
  | 'outcome'
>;

function facts(content: Content, deadline: Date, details: AlertDetails | null): ContentFacts {
  const { alertTime, ...texts } = pick(content);
  return {
    alertTime: alertTime.toISOString(),
    deadline: deadline.toISOString(),
    ...texts,
    ...Object.fromEntries(DETAILS.map((key) => [key, details?.[key] ?? null])),
  };
}

function pick(content: Content): Content {
  return {
    program: content.program,
    amount: content.amount,
    currency: content.currency,
    descriptor: content.descriptor,
    descriptorRegister: content.descriptorRegister,
    cardBin: content.cardBin,
    cardLast4: content.cardLast4,
    caid: content.caid,
    transactionId: content.transactionId,
    merchantOrderId: content.merchantOrderId,
    arn: content.arn,
    alertTime: content.alertTime,
    riskLevel: content.riskLevel,
    reasonCode: content.reasonCode,
    alertStatus: content.alertStatus,
    outcome: content.outcome,
  };
}

/** The same fit for a screen: card data masked, a dispute's reason in words beside its code. */
export function shownFact(field: string, facts: ContentFacts, locale: Locale): string | null {
  const value = facts[field] ?? null;
  if (value === null) return null;
  if (field === 'reasonCode') {
    const brand = cardBrandOf(facts.cardBrand ?? null, facts.cardBin ?? null);
    const text = explainReasonCode(value, brand, locale);
    return text === null ? value : `${text} (${value})`;
  }
  if (field === 'cardBin') return SENSITIVE_FIELDS['alert.cardBin'].mask(value);
  if (field === 'cardholderName') return SENSITIVE_FIELDS['alert.cardholder'].mask(value);
  return value;
}
