import { noteFirstAlerts } from '../cards/index.ts';
import type { Core, Executor } from '../kernel/context.ts';
import type { Effect } from '../kernel/effects.ts';
import { announceQueue } from '../notifications/index.ts';
import { contentColumns } from './content.ts';
import type { IncomingAlert } from './incoming.ts';
import {
  existingAlerts,
  insertAlerts,
  insertCandidates,
  insertEvents,
  type NewAlertRow,
  type NewEvent,
} from './intake-store.ts';
import { type MatchResult, ownerOf } from './match.ts';
import { matchAll } from './match-all.ts';
import { matchColumns, matchEvent } from './match-columns.ts';
import { type Notice, noticed, queueNotices } from './notify.ts';
import { updateRecordedAlert } from './update-recorded-alert.ts';

export interface ReceivedAlert {
  deliveryId: number;
  receivedTime: Date;
  /** Signed long before it came (`DELIVERY_FLAG.LATE`). */
  late: boolean;
  /** Identical deliveries that came before this one was read. */
  repeats: number;
  alert: IncomingAlert;
}

export interface Recording {
  core: Core;
  /** The open transaction. */
  tx: Executor;
  emit(effect: Effect): void;
}

export const LATE_FLAG = 1;

/**
 * Writes received alerts: matched, with their candidates, history and mails, in the caller's transaction.
 * New ones go in bulk; one whose alert id is known (also within this batch) becomes an update or a noted repetition.
 */
export async function recordAlerts(recording: Recording, received: readonly ReceivedAlert[]): Promise<void> {
  const { tx } = recording;
  const known = await existingAlerts(
    tx,
    received.map((item) => item.alert.alertId),
  );
  const fresh = new Map<string, ReceivedAlert>();
  const again: ReceivedAlert[] = [];
  for (const item of received) {
    const { alertId } = item.alert;
    if (known.has(alertId) || fresh.has(alertId)) again.push(item);
    else fresh.set(alertId, item);
  }
  await recordNew(recording, [...fresh.values()]);
  for (const item of again) await updateRecordedAlert(recording, item);
}

async function recordNew({ core, tx, emit }: Recording, items: readonly ReceivedAlert[]): Promise<void> {
  if (items.length === 0) return;
  const now = core.now();
  const matches = await matchAll(
    tx,
    items.map((item) => item.alert),
  );
  const matched = items.map((item, index) => ({ item, match: matches[index]! }));

  const refs = await insertAlerts(
    tx,
    matched.map(({ item, match }) => newRow(item, match, core, now)),
  );
  const events: NewEvent[] = [];
  const notices: Notice[] = [];
  const candidates: Parameters<typeof insertCandidates>[1][number][] = [];
  for (const { item, match } of matched) {
    const alertRef = refs.get(item.alert.alertId)!;
    const level = item.late ? 'WARN' : 'INFO';
    events.push({
      alertRef,
      kind: 'RECEIVED',
      level,
      actor: 'system:ingest',
      at: item.receivedTime,
      data: { late: item.late },
    });
    if (item.repeats > 0)
      events.push({
        alertRef,
        kind: 'DUPLICATE_RECEIVED',
        level: 'WARN',
        actor: 'system:ingest',
        at: now,
        data: { times: item.repeats },
      });
    events.push(matchEvent(alertRef, match, now));
    candidates.push(...candidateRows(alertRef, match));
    const owner = ownerOf(match);
    if (owner && !match.hold) notices.push({ alertRef, alert: noticed(item.alert, item.receivedTime), ...owner });
  }
  await insertCandidates(tx, candidates);
  await noteFirstAlerts(tx, firstSeen(matched.map(({ match }) => match)), now);
  await insertEvents(tx, events);
  await queueNotices({ core, tx, emit }, notices);
  if (matched.some(({ match }) => match.status === 'UNMATCHED' || match.hold)) announceQueue(emit, now);
}

/** Cards that an alert has found for the first time, in the order of their numbers so that two batches can't lock each other out. */
function firstSeen(matches: Readonly<Awaited<ReturnType<typeof matchAll>>>): number[] {
  const ids = matches.flatMap(({ card, hold }) =>
    card && card.firstAlertTime === null && hold !== 'AMBIGUOUS_MERCHANTS' ? [card.cardId] : [],
  );
  return [...new Set(ids)].sort((a, b) => a - b);
}

export function candidateRows(alertRef: number, match: MatchResult) {
  const { tier } = match;
  if (tier === null || tier === 'ALIAS') return [];
  return match.candidates
    .slice(0, 50)
    .map((card, position) => ({ alertRef, cardId: card.cardId, merchantId: card.merchantId, tier, position }));
}

/** RDR alerts arrive settled: the card network has refunded, nobody has to answer. */
export function settledColumns(alert: IncomingAlert, now: Date) {
  return alert.program === 'RDR'
    ? { processStatus: 'PROCESSED' as const, processAction: 'REFUNDED_BY_NETWORK', processTime: now }
    : {};
}

function newRow(item: ReceivedAlert, match: MatchResult, core: Core, now: Date): NewAlertRow {
  return {
    alertId: item.alert.alertId,
    ...contentColumns(item.alert, core.ports.cipher),
    ...matchColumns(match),
    processStatus: 'PENDING',
    processAction: null,
    processTime: null,
    ...settledColumns(item.alert, now),
    flags: item.late ? LATE_FLAG : 0,
    deliveryId: item.deliveryId,
    createdTime: item.receivedTime,
    updatedTime: now,
  };
}
