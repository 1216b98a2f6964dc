import { explainCardBrand, explainCardType } from '../alerts/index.ts';
import type { AlertDetail } from '../alerts/model.ts';
import type { Locale } from '../kernel/locale.ts';
import { ACTION_LABELS } from '../notifications/index.ts';
import type { DocumentBlock, DocumentField, PrintedDocument } from '../ports/documents.ts';
import { eventLine } from './event-line.ts';
import { WORDS } from './words.ts';
import { writtenCard, writtenMoney, writtenSize, writtenTime } from './written.ts';

export interface Frame {
  locale: Locale;
  /** In which times are written out. */
  timeZone: string;
  merchantName: string | null;
  now: Date;
}

/** one alert on paper. An ordinary one fills a page: what happened, the answer, the history; what isn't known stands as “–”. */
export function alertDocument(alert: AlertDetail, frame: Frame): PrintedDocument {
  const { locale, timeZone } = frame;
  const words = WORDS[locale];
  const { groups } = words.alert;
  const written = writtenTime(frame.now.toISOString(), timeZone);
  return {
    label: [words.alert.label, frame.merchantName].filter(Boolean).join(' · '),
    title: writtenMoney(alert.amount, alert.currency, locale),
    subtitle: [alert.descriptor, writtenCard(alert), words.times(timeZone)].filter(Boolean).join(' · '),
    footer: `${alert.alertId} · ${words.page(written)} (${timeZone})`,
    locale,
    createdTime: frame.now,
    blocks: [
      { kind: 'heading', text: groups.basic },
      { kind: 'fields', fields: basic(alert, frame) },
      { kind: 'heading', text: groups.transaction },
      { kind: 'fields', fields: transaction(alert, frame) },
      { kind: 'heading', text: groups.card },
      { kind: 'fields', fields: card(alert, frame) },
      { kind: 'heading', text: groups.risk },
      { kind: 'fields', fields: risk(alert, frame) },
      ...answer(alert, frame),
      { kind: 'heading', text: groups.history },
      ...(alert.revisions > 0 ? [{ kind: 'note' as const, text: words.alert.revisions(alert.revisions) }] : []),
      { kind: 'events', events: alert.timeline.map((event) => eventLine(event, locale, timeZone)) },
    ],
  };
}

function basic(alert: AlertDetail, { locale, timeZone }: Frame): DocumentField[] {
  const words = WORDS[locale];
  const { fields } = words.alert;
  const settled = alert.program === 'RDR' || alert.processAction === 'REFUNDED_BY_NETWORK';
  return [
    { label: fields.alertId, value: alert.alertId },
    { label: fields.status, value: settled ? words.networkRefund : words.status[alert.processStatus] },
    { label: fields.alertTime, value: writtenTime(alert.alertTime, timeZone) },
    { label: fields.deadline, value: writtenTime(alert.deadline, timeZone) },
    { label: fields.receivedTime, value: writtenTime(alert.receivedTime, timeZone) },
    { label: fields.program, value: alert.program === 'RDR' ? 'RDR' : 'Ethoca' },
    { label: fields.reasonCode, value: alert.reasonCode },
    { label: fields.outcome, value: alert.outcome },
  ];
}

function transaction(alert: AlertDetail, { locale, timeZone }: Frame): DocumentField[] {
  const words = WORDS[locale];
  const { fields } = words.alert;
  return [
    { label: fields.amount, value: writtenMoney(alert.amount, alert.currency, locale) },
    { label: fields.transactionTime, value: alert.transactionTime && writtenTime(alert.transactionTime, timeZone) },
    { label: fields.transactionId, value: alert.transactionId },
    { label: fields.orderId, value: alert.orderId ?? alert.merchantOrderId },
    { label: fields.descriptor, value: alert.descriptor },
    { label: fields.arn, value: alert.arn },
    { label: fields.authCode, value: alert.authCode },
    { label: fields.threeDSecure, value: yesNo(alert.threeDSecure, words) },
  ];
}

/** Networks say `true`, `Y` or something of their own. */
function yesNo(value: string | null, words: { yes: string; no: string }): string | null {
  if (value === null) return null;
  if (/^(true|y|yes|1)$/i.test(value)) return words.yes;
  return /^(false|n|no|0)$/i.test(value) ? words.no : value;
}

function card(alert: AlertDetail, { locale }: Frame): DocumentField[] {
  const { fields } = WORDS[locale].alert;
  const watched =
    alert.card && [alert.card.descriptor, alert.card.cardBin, alert.card.caid].filter(Boolean).join(' · ');
  return [
    { label: fields.cardNumber, value: writtenCard(alert) },
    { label: fields.cardBrand, value: explainCardBrand(alert.cardBrand, alert.cardBrandNamed, locale) },
    { label: fields.cardType, value: explainCardType(alert.cardType, locale) },
    { label: fields.issuer, value: alert.issuer },
    { label: fields.cardholder, value: alert.cardholderMasked },
    { label: fields.caid, value: alert.caid },
    { label: fields.watchedCard, value: watched, wide: true },
  ];
}

function risk(alert: AlertDetail, { locale }: Frame): DocumentField[] {
  const words = WORDS[locale];
  const { fields, riskSource } = words.alert;
  return [
    { label: fields.riskLevel, value: words.risk[alert.riskLevel] },
    { label: fields.riskScore, value: alert.riskScore },
    { label: fields.riskSource, value: riskSource[alert.riskSource] },
    { label: fields.riskReason, value: alert.riskReason },
  ];
}

function answer(alert: AlertDetail, { locale, timeZone }: Frame): DocumentBlock[] {
  const given = alert.answer;
  if (!given) return [];
  const words = WORDS[locale];
  const time = (instant: string | null) => instant && writtenTime(instant, timeZone);
  const refund = given.refundAmount === null ? null : writtenMoney(given.refundAmount, alert.currency, locale);
  const cited = alert.evidenceFiles.filter(({ id }) => given.evidence.includes(id));
  const files = cited.map(({ fileName, size }) => `${fileName} (${writtenSize(size)})`).join('\n');
  const fields: DocumentField[] = [
    { label: words.answer.action, value: ACTION_LABELS[locale][given.action] },
    { label: words.answer.state, value: words.feedback[alert.feedbackStatus] },
    { label: words.answer.refundAmount, value: refund },
    { label: words.answer.submittedBy, value: given.submittedBy || words.answer.service },
    { label: words.answer.submitted, value: time(given.submittedTime) },
    { label: words.answer.sentTime, value: time(given.sentTime) },
    { label: words.answer.reason, value: given.reason, wide: true },
    ...(given.comments ? [{ label: words.answer.comments, value: given.comments, wide: true }] : []),
    ...(given.preventiveActions
      ? [{ label: words.answer.preventiveActions, value: given.preventiveActions, wide: true }]
      : []),
    ...(files ? [{ label: words.answer.evidence, value: files, wide: true }] : []),
  ];
  return [
    { kind: 'heading', text: words.alert.groups.answer },
    { kind: 'fields', fields },
  ];
}
