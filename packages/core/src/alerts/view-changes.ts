import { SENSITIVE_FIELDS } from '../kernel/sensitive.ts';
import type { Cipher } from '../ports/index.ts';
import { openDetails } from './content.ts';
import type { revisionsOf } from './detail-store.ts';
import type { AlertDetails } from './incoming.ts';
import type { AlertRow } from './intake-store.ts';
import type { AlertChange } from './model.ts';
import { revisionPlace } from './update-recorded-alert.ts';

type Revision = Awaited<ReturnType<typeof revisionsOf>>[number];

/** Fields of an alert that a change may show; what else the network sends stays with the alert. */
const COLUMNS = [
  'program',
  'amount',
  'currency',
  'deadline',
  'alertTime',
  'riskLevel',
  'reasonCode',
  'alertStatus',
  'outcome',
  'descriptor',
  'descriptorRegister',
  'transactionId',
  'merchantOrderId',
  'arn',
  'cardBin',
  'cardLast4',
  'caid',
] as const;
const DETAILS = [
  'transactionTime',
  'orderId',
  'cardType',
  'cardBrand',
  'issuer',
  'cardholderName',
  'riskScore',
  'riskReason',
  'authCode',
  'threeDSecure',
] as const satisfies readonly (keyof AlertDetails)[];

type Content = Record<string, unknown> & { details?: Partial<AlertDetails> | null };

/** What each change of the network's replaced by what: a revision keeps the content before it, the next one's (or the alert) the one after. */
export function viewChanges(alert: AlertRow, revisions: readonly Revision[], cipher: Cipher): AlertChange[] {
  const contents: Content[] = revisions.map(
    ({ deliveryId, previousEnc }) =>
      JSON.parse(cipher.open(previousEnc, revisionPlace(deliveryId)).toString('utf8')) as Content,
  );
  contents.push({ ...alert, details: openDetails(alert.detailsEnc, alert.alertId, cipher) });
  return revisions.map((revision, index) => ({
    id: revision.id,
    at: revision.receivedTime.toISOString(),
    fields: difference(contents[index] ?? {}, contents[index + 1] ?? {}),
  }));
}

function difference(before: Content, after: Content): AlertChange['fields'] {
  return [
    ...COLUMNS.map((field) => ({ field, from: plain(field, before[field]), to: plain(field, after[field]) })),
    ...DETAILS.map((field) => ({
      field,
      from: plain(field, before.details?.[field]),
      to: plain(field, after.details?.[field]),
    })),
  ].filter(({ from, to }) => from !== to);
}

/** As text, the same whether it comes from a row or from JSON. */
function plain(field: string, value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null;
  const text = value instanceof Date ? value.toISOString() : String(value);
  if (field === 'cardBin') return SENSITIVE_FIELDS['alert.cardBin'].mask(text);
  return field === 'cardholderName' ? SENSITIVE_FIELDS['alert.cardholder'].mask(text) : text;
}
