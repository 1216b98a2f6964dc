import { announceQueue } from '../notifications/index.ts';
import { contentColumns, contentHash, detailsPlace } from './content.ts';
import {
  type AlertRow,
  alertRefById,
  insertEvents,
  insertRevision,
  lockAlert,
  replaceCandidates,
  updateAlert,
} from './intake-store.ts';
import { ownerOf } from './match.ts';
import { matchAll } from './match-all.ts';
import { matchColumns, matchEvent } from './match-columns.ts';
import { noticed, queueNotices } from './notify.ts';
import { candidateRows, type ReceivedAlert, type Recording, settledColumns } from './record-alerts.ts';
import { scheduleReminder } from './reminder-steps.ts';

/**
 * A delivery for an alert we have: the same content in other bytes is noted as a repetition; other content is an update. The former
 * content is kept in the alert's history. An alert that has found its merchant keeps it; one that hasn't is matched again.
 * Nobody is mailed a second time.
 */
export async function updateRecordedAlert(recording: Recording, item: ReceivedAlert): Promise<void> {
  const { core, tx, emit } = recording;
  const now = core.now();
  const alertRef = await alertRefById(tx, item.alert.alertId);
  const row = alertRef === undefined ? undefined : await lockAlert(tx, alertRef);
  if (!row) throw new Error('an alert known a moment ago is gone');
  const actor = 'system:ingest';
  if (row.contentSha256.equals(contentHash(item.alert))) {
    await insertEvents(tx, [
      { alertRef: row.id, kind: 'DUPLICATE_RECEIVED', level: 'WARN', actor, at: item.receivedTime, data: {} },
    ]);
    return;
  }
  const columns = contentColumns(item.alert, core.ports.cipher);
  const changed = changedFields(row, columns);
  await insertRevision(tx, {
    alertRef: row.id,
    deliveryId: item.deliveryId,
    contentSha256: columns.contentSha256,
    changed: JSON.stringify(changed),
    previousEnc: core.ports.cipher.seal(
      JSON.stringify(formerContent(row, core.ports.cipher.open(row.detailsEnc!, detailsPlace(row.alertId)))),
      revisionPlace(item.deliveryId),
    ),
    receivedTime: item.receivedTime,
  });
  const settled = row.processStatus === 'PENDING' ? settledColumns(item.alert, now) : {};
  const open = row.matchStatus === 'UNMATCHED' || row.holdReason === 'AMBIGUOUS_MERCHANTS';
  const [match] = open ? await matchAll(tx, [item.alert]) : [];
  const reopened = isMissed(row) && columns.program === 'ETHOCA' && columns.deadline > now;
  const reopen = reopened ? { feedbackStatus: 'NONE' as const, feedbackTime: null } : {};
  await updateAlert(tx, row.id, { ...columns, ...settled, ...reopen, ...(match && matchColumns(match)) }, now);
  await insertEvents(tx, [
    { alertRef: row.id, kind: 'UPDATED', level: 'WARN', actor, at: item.receivedTime, data: { fields: changed } },
    ...(reopened ? [{ alertRef: row.id, kind: 'REOPENED' as const, actor, at: now }] : []),
  ]);
  if (!match) {
    const { deadline } = columns;
    if (row.merchantId !== null && (row.needsAnswer === 1 || reopened) && deadline.getTime() !== row.deadline.getTime())
      scheduleReminder(emit, { ...row, merchantId: row.merchantId, deadline }, now);
    return;
  }
  await replaceCandidates(tx, row.id, candidateRows(row.id, match));
  await insertEvents(tx, [matchEvent(row.id, match, now)]);
  const owner = ownerOf(match);
  if (owner && !match.hold)
    await queueNotices(recording, [{ alertRef: row.id, alert: noticed(item.alert, row.createdTime), ...owner }]);
  else announceQueue(emit, now);
}

/** Its deadline had passed unanswered; one that lies ahead again opens it. */
function isMissed({ processStatus, feedbackStatus }: AlertRow): boolean {
  return processStatus === 'PENDING' && feedbackStatus === 'EXPIRED';
}

export function revisionPlace(deliveryId: number): string {
  return `alert_revisions.previous.${deliveryId}`;
}

function changedFields(row: AlertRow, columns: ReturnType<typeof contentColumns>): string[] {
  const names = Object.keys(columns).filter(
    (name) => name !== 'contentSha256' && name !== 'detailsEnc',
  ) as (keyof typeof columns)[];
  const fields: string[] = names.filter((name) => String(columns[name] ?? '') !== String(row[name] ?? ''));
  return fields.length > 0 ? fields : ['details'];
}

function formerContent(row: AlertRow, details: Buffer) {
  const { detailsEnc: _sealed, contentSha256: _hash, feedbackData: _feedback, ...columns } = row;
  return { ...columns, details: JSON.parse(details.toString('utf8')) as unknown };
}
