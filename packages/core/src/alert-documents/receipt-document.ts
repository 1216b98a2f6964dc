import type { Locale } from '../kernel/locale.ts';
import { ACTION_LABELS } from '../notifications/index.ts';
import type { DocumentBlock, DocumentField, PrintedDocument } from '../ports/documents.ts';
import type { Receipt, ReceiptAnswer, ReceiptTry } from './model.ts';
import { WORDS } from './words.ts';
import { writtenCard, writtenMoney, writtenSize, writtenTime } from './written.ts';

/** The receipt on paper: the transaction, every answer with its delivery, the hashes and what they are good for. */
export function receiptDocument(receipt: Receipt, locale: Locale): PrintedDocument {
  const words = WORDS[locale];
  const { timeZone } = receipt;
  const written = writtenTime(receipt.writtenTime, timeZone);
  return {
    label: [words.receipt.label, receipt.merchantName].filter(Boolean).join(' · '),
    title: `${words.receipt.title} ${receipt.alertId}`,
    subtitle: `${words.times(timeZone)} · ${words.page(written)}`,
    footer: `${receipt.alertId} · ${words.page(written)} (${timeZone})`,
    locale,
    createdTime: new Date(receipt.writtenTime),
    blocks: [
      { kind: 'heading', text: words.alert.groups.transaction },
      { kind: 'fields', fields: transaction(receipt, locale) },
      ...receipt.answers.flatMap((answer) => answerBlocks(receipt, answer, locale)),
      { kind: 'note', text: words.receipt.verify },
      { kind: 'note', text: words.receipt.shown },
    ],
  };
}

function transaction(receipt: Receipt, locale: Locale): DocumentField[] {
  const { fields } = WORDS[locale].alert;
  const time = (instant: string) => writtenTime(instant, receipt.timeZone);
  return [
    { label: fields.merchant, value: receipt.merchantName },
    { label: fields.amount, value: writtenMoney(receipt.amount, receipt.currency, locale) },
    { label: fields.alertId, value: receipt.alertId },
    { label: fields.transactionId, value: receipt.transactionId },
    { label: fields.orderId, value: receipt.merchantOrderId },
    { label: fields.arn, value: receipt.arn },
    { label: fields.descriptor, value: receipt.descriptor },
    { label: fields.cardNumber, value: writtenCard(receipt) },
    { label: fields.alertTime, value: time(receipt.alertTime) },
    { label: fields.deadline, value: time(receipt.deadline) },
  ];
}

function answerBlocks(receipt: Receipt, answer: ReceiptAnswer, locale: Locale): DocumentBlock[] {
  const words = WORDS[locale].receipt;
  const one = receipt.answers.length === 1;
  return [
    { kind: 'heading', text: one ? words.only : words.heading(answer.number, answer.replaced) },
    { kind: 'fields', fields: given(receipt, answer, locale) },
    { kind: 'heading', text: words.delivery },
    { kind: 'events', events: deliveries(receipt, answer, locale) },
    { kind: 'heading', text: words.proof },
    {
      kind: 'fields',
      fields: [
        { label: words.bodyHash, value: answer.bodySha256 ?? words.bodyPending, wide: true },
        { label: words.contentHash, value: answer.contentSha256, wide: true },
        { label: words.key, value: answer.key, wide: true },
      ],
    },
  ];
}

function given(receipt: Receipt, answer: ReceiptAnswer, locale: Locale): DocumentField[] {
  const { answer: labels, receipt: words, feedback, failure } = WORDS[locale];
  const time = (instant: string | null) => instant && writtenTime(instant, receipt.timeZone);
  const refund = answer.refundAmount === null ? null : writtenMoney(answer.refundAmount, receipt.currency, locale);
  const evidence = answer.evidence.map(
    (file) => `${file.fileName} (${writtenSize(file.size)})\nSHA-256 ${file.sha256}`,
  );
  return [
    { label: labels.action, value: ACTION_LABELS[locale][answer.action] },
    { label: words.told, value: answer.told },
    { label: labels.refundAmount, value: refund },
    { label: labels.refundReference, value: answer.refundReference },
    { label: labels.submitted, value: time(answer.submittedTime) },
    { label: labels.submittedBy, value: answer.submittedBy ?? labels.service },
    { label: words.timing, value: answer.late ? words.late : words.inTime },
    {
      label: labels.state,
      value: answer.replaced ? words.corrected : feedback[receipt.feedbackStatus],
    },
    { label: labels.sentTime, value: time(answer.sentTime) },
    { label: labels.closedTime, value: time(answer.closedTime) },
    ...(answer.failureReason ? [{ label: words.failure, value: failure[answer.failureReason], wide: true }] : []),
    { label: labels.reason, value: answer.reason, wide: true },
    ...(answer.comments ? [{ label: labels.comments, value: answer.comments, wide: true }] : []),
    ...(answer.preventiveActions
      ? [{ label: labels.preventiveActions, value: answer.preventiveActions, wide: true }]
      : []),
    ...(evidence.length > 0 ? [{ label: labels.evidence, value: evidence.join('\n'), wide: true }] : []),
  ];
}

function deliveries(receipt: Receipt, answer: ReceiptAnswer, locale: Locale): { time: string; text: string }[] {
  const { receipt: words, notice } = WORDS[locale];
  const tries = answer.tries.map((one) => tried(one, receipt.timeZone, locale));
  if (tries.length === 0) tries.push({ time: '–', text: words.neverTried });
  if (answer.replaced) return tries;
  const notices = receipt.notices.map(({ at, status }) => ({
    time: writtenTime(at, receipt.timeZone),
    text: words.notice(notice[status] ?? status),
  }));
  return [...tries, ...notices];
}

function tried(one: ReceiptTry, timeZone: string, locale: Locale): { time: string; text: string } {
  const { receipt: words, outcome } = WORDS[locale];
  const { reply } = one;
  const said =
    reply && [reply.status, reply.code, reply.httpStatus && `HTTP ${reply.httpStatus}`].filter(Boolean).join(' ');
  const begin = writtenTime(one.startedTime, timeZone);
  const end = one.endedTime && writtenTime(one.endedTime, timeZone);
  const parts = [
    `${words.try(one.number)} ${outcome[one.outcome]}`,
    end !== null && end !== begin && words.until(end),
    said && words.reply(said),
    one.logId !== null && words.log(one.logId),
  ];
  return { time: begin, text: parts.filter(Boolean).join(' · ') };
}
