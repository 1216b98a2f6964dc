import type { DB } from '@forewarn/db';
import type { Insertable, Selectable, Updateable } from 'kysely';
import type { Executor } from '../kernel/context.ts';
import type { EventKind } from './model.ts';

export type AlertRow = Selectable<DB['chargebackAlerts']>;
export type NewAlertRow = Insertable<DB['chargebackAlerts']>;

export interface NewEvent {
  alertRef: number;
  kind: EventKind;
  level?: 'INFO' | 'WARN' | 'ERROR';
  /** `system:ingest`, `merchant:7`, `staff:2` */
  actor: string;
  data?: Record<string, unknown>;
  at: Date;
}

export async function existingAlerts(db: Executor, alertIds: readonly string[]): Promise<Map<string, number>> {
  if (alertIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('chargebackAlerts')
    .select(['id', 'alertId'])
    .where('alertId', 'in', [...alertIds])
    .execute();
  return new Map(rows.map((row) => [row.alertId, row.id]));
}

/** Inserts the rows and answers their numbers by alert id. A known alert id fails the statement with errno 1062. */
export async function insertAlerts(db: Executor, rows: readonly NewAlertRow[]): Promise<Map<string, number>> {
  if (rows.length === 0) return new Map();
  await db
    .insertInto('chargebackAlerts')
    .values([...rows])
    .execute();
  return existingAlerts(
    db,
    rows.map((row) => row.alertId),
  );
}

export async function insertCandidates(
  db: Executor,
  rows: readonly Insertable<DB['alertCandidates']>[],
): Promise<void> {
  if (rows.length > 0)
    await db
      .insertInto('alertCandidates')
      .values([...rows])
      .execute();
}

export async function replaceCandidates(
  db: Executor,
  alertRef: number,
  rows: readonly Insertable<DB['alertCandidates']>[],
): Promise<void> {
  await db.deleteFrom('alertCandidates').where('alertRef', '=', alertRef).execute();
  await insertCandidates(db, rows);
}

export async function insertEvents(db: Executor, events: readonly NewEvent[]): Promise<void> {
  if (events.length === 0) return;
  await db
    .insertInto('alertEvents')
    .values(
      events.map(({ alertRef, kind, level, actor, data, at }) => ({
        alertRef,
        kind,
        level: level ?? 'INFO',
        actor,
        atTime: at,
        data: JSON.stringify(data ?? {}),
      })),
    )
    .execute();
}

export async function lockAlert(db: Executor, id: number): Promise<AlertRow | undefined> {
  return db.selectFrom('chargebackAlerts').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

export async function alertById(db: Executor, id: number): Promise<AlertRow | undefined> {
  return db.selectFrom('chargebackAlerts').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function alertRefById(db: Executor, alertId: string): Promise<number | undefined> {
  const row = await db.selectFrom('chargebackAlerts').select('id').where('alertId', '=', alertId).executeTakeFirst();
  return row?.id;
}

export async function updateAlert(
  db: Executor,
  id: number,
  change: Updateable<DB['chargebackAlerts']>,
  now: Date,
): Promise<void> {
  await db
    .updateTable('chargebackAlerts')
    .set({ ...change, updatedTime: now })
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

export async function insertRevision(db: Executor, row: Insertable<DB['alertRevisions']>): Promise<void> {
  await db.insertInto('alertRevisions').values(row).execute();
}

export async function matchSettings(db: Executor): Promise<{ deliverAmbiguous: boolean }> {
  const row = await db
    .selectFrom('settings')
    .select('value')
    .where('name', '=', 'match.deliverAmbiguous')
    .executeTakeFirst();
  return { deliverAmbiguous: row ? JSON.parse(row.value) === true : false };
}

/** Alerts kept from a merchant because it is suspended, locked, with what telling it needs; at most 500. */
export async function lockHeldOf(db: Executor, merchantId: number) {
  return db
    .selectFrom('chargebackAlerts')
    .selectAll()
    .where('merchantId', '=', merchantId)
    .where('holdReason', '=', 'MERCHANT_SUSPENDED')
    .orderBy('id')
    .limit(500)
    .forUpdate()
    .execute();
}
