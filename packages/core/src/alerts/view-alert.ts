import { actorNames } from '../accounts/index.ts';
import type { Context } from '../kernel/context.ts';
import { appError } from '../kernel/errors.ts';
import { parseAmount } from '../kernel/money.ts';
import { shownTo } from '../kernel/sensitive.ts';
import { openDetails } from './content.ts';
import { alertById, candidatesOf, cardOf, eventsOf, revisionCount, revisionsOf } from './detail-store.ts';
import type { AlertDetails } from './incoming.ts';
import type { AlertRow } from './intake-store.ts';
import { explainMatch } from './match-columns.ts';
import { type AlertDetail, EVENT_KINDS, type RiskReason, type TimelineEvent } from './model.ts';
import { QUEUE_STEPS } from './queue-steps.ts';
import { explainReasonCode } from './reason-codes.ts';
import { assessRisk } from './risk.ts';
import { assigneeNames, companyNames, findAlertRef } from './store.ts';
import { toSummary } from './summary.ts';
import { viewAnswer } from './view-answer.ts';
import { viewChanges } from './view-changes.ts';
import { viewDraft } from './view-draft.ts';
import { viewEvidence } from './view-evidence.ts';

/** The alert as its reader may see it: merchants see no candidates and no operator's names; 404 outside their scope. */
export async function viewAlert(ctx: Context, id: number): Promise<AlertDetail> {
  const alertRef = await findAlertRef(ctx, id);
  const row = alertRef === undefined ? undefined : await alertById(ctx.db, alertRef);
  if (!row) throw appError('ALERT_NOT_FOUND');
  const staff = ctx.scope === 'all';
  const names =
    staff && row.merchantId !== null ? await companyNames(ctx.db, [row.merchantId]) : new Map<number, string>();
  const details = openDetails(row.detailsEnc, row.alertId, ctx.ports.cipher);
  const card = row.cardId === null ? undefined : await cardOf(ctx.db, row.cardId);
  const revisions = await revisionCount(ctx.db, row.id);
  const answer = await viewAnswer(ctx, row);
  return {
    ...toSummary(row, names.get(row.merchantId ?? 0) ?? null, await assigneeName(ctx, row.assignedTo)),
    descriptorRegister: row.descriptorRegister,
    caid: row.caid,
    arn: row.arn,
    reasonCode: row.reasonCode,
    reasonText: explainReasonCode(row.reasonCode, row.cardBrand, ctx.locale),
    merchantOrderId: row.merchantOrderId,
    outcome: row.outcome,
    riskSource: row.riskSource,
    riskReasons: row.riskSource === 'COMPUTED' && details ? riskReasons(row, details) : [],
    transactionTime: details?.transactionTime ?? null,
    orderId: details?.orderId ?? null,
    cardType: details?.cardType ?? null,
    cardBrandNamed: details?.cardBrand ?? null,
    issuer: details?.issuer ?? null,
    cardholderMasked: shownTo(ctx.actor, 'alert.cardholder', details?.cardholderName || null),
    riskScore: details?.riskScore ?? null,
    riskReason: details?.riskReason ?? null,
    authCode: details?.authCode ?? null,
    threeDSecure: details?.threeDSecure ?? null,
    matchReason: explainMatch(row.matchReason, row.matchTier, ctx.locale),
    card: card ? { ...card, cardBin: shownTo(ctx.actor, 'card.cardBin', card.cardBin) } : null,
    candidates: staff ? await candidates(ctx, row.id) : [],
    timeline: await timeline(ctx, row.id),
    answer,
    draft: await viewDraft(ctx, row),
    evidenceFiles: await viewEvidence(ctx, row, answer?.correctable ?? false),
    revisions,
    changes: revisions === 0 ? [] : viewChanges(row, await revisionsOf(ctx.db, row.id), ctx.ports.cipher),
    version: row.version,
  };
}

/** Reckoned anew at each look: the rules are cheap, and what they rest on is kept. */
function riskReasons(row: AlertRow, details: AlertDetails): RiskReason[] {
  return assessRisk({ ...row, amount: parseAmount(row.amount) ?? 0n, details }).reasons;
}

async function assigneeName(ctx: Context, id: number | null): Promise<string | null> {
  if (id === null) return null;
  return shownTo(ctx.actor, 'merchant.contactPerson', (await assigneeNames(ctx.db, [id])).get(id) ?? null);
}

async function candidates(ctx: Context, alertRef: number) {
  const rows = await candidatesOf(ctx.db, alertRef);
  return rows.map(({ companyName, createdTime, ...row }) => ({
    ...row,
    cardBin: shownTo(ctx.actor, 'card.cardBin', row.cardBin),
    merchantName: companyName,
    createdTime: createdTime.toISOString(),
  }));
}

/** Lines that are the operator's business alone. */
const STAFF_ONLY = new Set<string>(['HELD', 'RELEASED', 'UNMATCHED', 'ASSIGNED', 'DUPLICATE_RECEIVED', ...QUEUE_STEPS]);

async function timeline(ctx: Context, alertRef: number): Promise<TimelineEvent[]> {
  const staff = ctx.scope === 'all';
  const rows = (await eventsOf(ctx.db, alertRef))
    .map((row) => ({ ...row, data: factsOf(row.data) }))
    .filter(({ kind, data }) => staff || !(STAFF_ONLY.has(kind) || data.staff));
  const names = await actorNames(ctx, [
    ...new Set(rows.flatMap(({ actor, data }) => (typeof data.to === 'string' ? [actor, data.to] : [actor]))),
  ]);
  return rows.flatMap((row) => {
    const kind = EVENT_KINDS.find((name) => name === row.kind);
    if (!kind) return [];
    const actorKind = row.actor.startsWith('merchant:')
      ? ('merchant' as const)
      : row.actor.startsWith('staff:')
        ? ('staff' as const)
        : ('system' as const);
    const actorName = actorKind === 'staff' && !staff ? null : (names.get(row.actor) ?? null);
    // Whoever was put in charge is kept by number, so that the name is shown as this reader may see it.
    const data = typeof row.data.to === 'string' ? { ...row.data, to: names.get(row.data.to) ?? null } : row.data;
    return [{ id: row.id, at: row.atTime.toISOString(), kind, level: row.level, actorKind, actorName, data }];
  });
}

function factsOf(data: string | null): Record<string, unknown> {
  return data === null ? {} : (JSON.parse(data) as Record<string, unknown>);
}
