import { actorNames } from '../accounts/index.ts';
import { answeredByRule, bodyPlace, feedbackPlace, viewAlert } from '../alerts/index.ts';
import { type AlertDetail, ANSWER_ACTIONS, ANSWER_FAILURES } from '../alerts/model.ts';
import type { Context } from '../kernel/context.ts';
import { appError } from '../kernel/errors.ts';
import { amountToNumber, parseAmount } from '../kernel/money.ts';
import { iso, isoOrNull } from '../kernel/time.ts';
import { contentLine, readReply, StoredContent, sha256 } from './answer-content.ts';
import type { Receipt, ReceiptAnswer, ReceiptTry } from './model.ts';
import { answerCallsOf, answersOf, fileDigests, readerOf, triesOf } from './receipt-store.ts';

type AnswerRow = Awaited<ReturnType<typeof answersOf>>[number];
type Calls = Awaited<ReturnType<typeof answerCallsOf>>;
type Digests = Awaited<ReturnType<typeof fileDigests>>;

/** The receipt of an alert's answers, for who may see the alert. Errors: `ALERT_NOT_FOUND`, `RECEIPT_NOT_FOUND` while it has no answer. */
export async function viewReceipt(ctx: Context, id: number): Promise<Receipt> {
  const alert = await viewAlert(ctx, id);
  const rows = alert.merchantId === null ? [] : await answersOf(ctx.db, alert.id);
  const [first, ...rest] = rows;
  if (!first || alert.merchantId === null) throw appError('RECEIPT_NOT_FOUND');
  const [reader, calls, digests] = await Promise.all([
    readerOf(ctx.db, alert.merchantId),
    answerCallsOf(ctx.db, alert.alertId),
    fileDigests(ctx.db, alert.id),
  ]);
  const names = await actorNames(ctx, [...new Set(rows.map(({ submittedBy }) => submittedBy))]);
  const latest = rest.at(-1) ?? first;
  const view = (row: AnswerRow) => viewOne(ctx, alert, row, { calls, digests, names, replaced: row.id !== latest.id });
  return {
    id: alert.id,
    alertId: alert.alertId,
    merchantName: reader?.companyName ?? '',
    amount: alert.amount,
    currency: alert.currency,
    transactionId: alert.transactionId,
    merchantOrderId: alert.merchantOrderId,
    arn: alert.arn,
    descriptor: alert.descriptor,
    cardBinMasked: alert.cardBinMasked,
    cardLast4: alert.cardLast4,
    alertTime: alert.alertTime,
    deadline: alert.deadline,
    feedbackStatus: alert.feedbackStatus,
    answers: [await view(first), ...(await Promise.all(rest.map(view)))],
    notices: alert.timeline.flatMap(({ kind, at, data }) =>
      kind === 'STATUS_RECEIVED' && typeof data.status === 'string' ? [{ at, status: data.status }] : [],
    ),
    writtenTime: iso(ctx.now()),
    timeZone: reader?.timeZone ?? 'Asia/Shanghai',
  };
}

interface Around {
  calls: Calls;
  digests: Digests;
  names: ReadonlyMap<string, string>;
  replaced: boolean;
}

async function viewOne(ctx: Context, alert: AlertDetail, row: AnswerRow, around: Around): Promise<ReceiptAnswer> {
  const { cipher } = ctx.ports;
  const key = row.idempotencyKey;
  const content = StoredContent.parse(JSON.parse(cipher.open(row.contentEnc, feedbackPlace(key)).toString('utf8')));
  const evidence = around.digests
    .filter((file) => content.evidence.includes(file.id))
    .map((file) => ({ ...file, sha256: file.sha256.toString('hex') }));
  const submittedTime = iso(row.submittedTime);
  const { action: given, refunded: told, refundAmount, number } = row;
  const { alertId, currency } = alert;
  const line = contentLine(
    { alertId, number, key, submittedTime, action: given, told, refundAmount, currency, files: evidence },
    content,
  );
  return {
    number,
    replaced: around.replaced,
    action: ANSWER_ACTIONS.find((action) => action === given) ?? 'IGNORE',
    told,
    reason: content.reason,
    refundAmount: refundAmount === null ? null : amountToNumber(parseAmount(refundAmount) ?? 0n),
    refundReference: content.refundReference ?? null,
    comments: content.comments ?? null,
    preventiveActions: content.preventiveActions ?? null,
    evidence,
    submittedTime,
    submittedBy: row.submittedBy.startsWith('merchant:')
      ? (around.names.get(row.submittedBy) ?? null)
      : (await answeredByRule(ctx, { alertRef: alert.id, submittedBy: row.submittedBy })) || null,
    late: submittedTime > alert.deadline,
    key,
    sentTime: isoOrNull(row.sentTime),
    closedTime: isoOrNull(row.closedTime),
    failureReason: ANSWER_FAILURES.find((failure) => failure === row.failureReason) ?? null,
    tries: await viewTries(ctx, row.id, around.calls),
    bodySha256: row.bodyEnc === null ? null : sha256(cipher.open(row.bodyEnc, bodyPlace(key))),
    content: line,
    contentSha256: sha256(line),
  };
}

async function viewTries(ctx: Context, feedbackId: number, calls: Calls): Promise<ReceiptTry[]> {
  const tries = await triesOf(ctx.db, feedbackId);
  return tries.map(({ outboxId, number, startedTime, endedTime, outcome }) => {
    const call = calls.find(({ requestId, attempt }) => requestId === `effect-${outboxId}` && attempt === number);
    return {
      number,
      startedTime: iso(startedTime),
      endedTime: isoOrNull(endedTime),
      outcome,
      reply: call ? readReply(call.status, call.response) : null,
      logId: call?.id ?? null,
    };
  });
}
