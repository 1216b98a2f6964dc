import type { Context } from '../kernel/context.ts';
import { amountToNumber, parseAmount } from '../kernel/money.ts';
import { exportFacts } from './export-store.ts';
import { feedbackPlace } from './feedback-place.ts';
import { writeCursor } from './keyset.ts';
import type { AdminAlertListInput, AlertSummary } from './model.ts';
import { alertPageRows, companyNames, countAlerts, rowsByIds, type SummaryRow } from './store.ts';
import { toSummary } from './summary.ts';
import type { AnswerContent } from './view-answer.ts';

/** An alert with what a spreadsheet needs beside the list's columns; masked as the list is. */
export interface ExportRow extends AlertSummary {
  merchantOrderId: string | null;
  arn: string | null;
  caid: string | null;
  reasonCode: string | null;
  /** Of the answer: what was refunded, in the alert's currency, and why so. */
  refundAmount: number | null;
  reason: string | null;
}

/** `nextCursor`: there are more; goes on where this page ends, in the same order, whatever has changed meanwhile. */
export interface ExportPage {
  rows: ExportRow[];
  nextCursor: string | undefined;
  /** The search word means more alerts than a list looks up: not all of them come, however far one reads. */
  searchCut: boolean;
}

/** Everything a list with these filters shows its reader, page by page. */
export async function exportPage(ctx: Context, input: AdminAlertListInput): Promise<ExportPage> {
  const { rows: found, searchCut } = await alertPageRows(ctx, input);
  const rows = found.slice(0, input.size);
  const last = rows.at(-1);
  const nextCursor = found.length > input.size && last ? writeCursor(input.sort, last) : undefined;
  return { rows: await withFacts(ctx, rows), nextCursor, searchCut };
}

/** Those of these alerts that the reader may see, the newest first. */
export async function exportByIds(ctx: Context, ids: readonly number[]): Promise<ExportRow[]> {
  return withFacts(ctx, await rowsByIds(ctx, ids));
}

/** How many there are, at most `most`. */
export async function exportCount(ctx: Context, input: AdminAlertListInput, most: number): Promise<number> {
  return countAlerts(ctx, input, most);
}

async function withFacts(
  ctx: Context,
  rows: readonly Omit<SummaryRow, 'riskRank' | 'urgencyTime'>[],
): Promise<ExportRow[]> {
  const facts = await exportFacts(
    ctx.db,
    rows.map(({ id }) => id),
  );
  const owners = ctx.scope === 'all' ? rows.flatMap(({ merchantId }) => merchantId ?? []) : [];
  const names = await companyNames(ctx.db, owners);
  return rows.map((row) => {
    const { alert, answer } = facts(row.id);
    const name = row.merchantId === null ? null : (names.get(row.merchantId) ?? null);
    return { ...toSummary(row, name), ...alert, ...answerOf(ctx, answer) };
  });
}

function answerOf(ctx: Context, answer: ReturnType<Awaited<ReturnType<typeof exportFacts>>>['answer']) {
  if (!answer) return { refundAmount: null, reason: null };
  const sealed = ctx.ports.cipher.open(answer.contentEnc, feedbackPlace(answer.idempotencyKey));
  const { reason } = JSON.parse(sealed.toString('utf8')) as AnswerContent;
  const refunded = answer.refundAmount === null ? undefined : parseAmount(answer.refundAmount);
  return { refundAmount: refunded === undefined ? null : amountToNumber(refunded), reason };
}
