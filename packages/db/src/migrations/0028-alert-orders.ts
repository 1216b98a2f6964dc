import { type Kysely, sql } from 'kysely';

/**
 * By deadline and by urgency only what waits is listed (docs/decisions/0064), so their indexes hold that alone; a list by risk level is one by
 * time after the other. A merchant's alerts of one descriptor and of one currency lie by time: the newest of a shop that closed years ago are
 * the first entries of its own.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      `ALTER TABLE chargeback_alerts
    DROP KEY idx_merchant_facets_deadline,
    DROP KEY idx_merchant_facets_urgency,
    DROP KEY idx_facets_deadline,
    DROP KEY idx_facets_urgency,
    DROP KEY idx_merchant_risk,
    DROP KEY idx_risk,
    DROP KEY idx_merchant_descriptor,
    ADD KEY idx_merchant_urgent (merchant_id, needs_answer, urgency_time, id, hold_reason, facets),
    ADD KEY idx_urgent (needs_answer, urgency_time, id, facets),
    ADD KEY idx_merchant_descriptor (merchant_id, descriptor, alert_time, id, hold_reason, facets),
    ADD KEY idx_merchant_currency_time (merchant_id, currency, alert_time, id, hold_reason, facets),
    ADD KEY idx_currency_time (currency, alert_time, id, facets)`,
    )
    .execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      `ALTER TABLE chargeback_alerts
    DROP KEY idx_merchant_urgent,
    DROP KEY idx_urgent,
    DROP KEY idx_merchant_currency_time,
    DROP KEY idx_currency_time,
    DROP KEY idx_merchant_descriptor,
    ADD KEY idx_merchant_facets_deadline (merchant_id, facets, deadline, id, hold_reason),
    ADD KEY idx_merchant_facets_urgency (merchant_id, facets, urgency_time, id, hold_reason),
    ADD KEY idx_facets_deadline (facets, deadline, id),
    ADD KEY idx_facets_urgency (facets, urgency_time, id),
    ADD KEY idx_merchant_risk (merchant_id, risk_rank, alert_time, id, hold_reason, facets),
    ADD KEY idx_risk (risk_rank, alert_time, id, facets),
    ADD KEY idx_merchant_descriptor (merchant_id, descriptor)`,
    )
    .execute(db);
}
