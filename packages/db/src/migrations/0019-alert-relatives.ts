import { type Kysely, sql } from 'kysely';

/** Other alerts of a card and of an ARN; and the row that lets one refund of a merchant's be decided at a time. */
const UP = [
  `ALTER TABLE chargeback_alerts
    ADD KEY idx_merchant_card (merchant_id, card_bin, card_last4),
    ADD KEY idx_merchant_arn (merchant_id, arn)`,
  `CREATE TABLE refund_guards (
    merchant_id BIGINT NOT NULL PRIMARY KEY
  ) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of UP) await sql.raw(statement).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql.raw('DROP TABLE refund_guards').execute(db);
  await sql.raw('ALTER TABLE chargeback_alerts DROP KEY idx_merchant_card, DROP KEY idx_merchant_arn').execute(db);
}
