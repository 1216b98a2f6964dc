import { type Kysely, sql } from 'kysely';

const KEY = 'CHARACTER SET ascii COLLATE ascii_bin';
const TABLE = 'ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin';

const STATEMENTS = [
  // `draft_ref`: the card's own reference while it is a draft, so that drafts may be alike and everything else may not.
  `ALTER TABLE merchant_cards
    ADD COLUMN program ENUM('ETHOCA','RDR') NOT NULL DEFAULT 'ETHOCA' AFTER card_ref,
    ADD COLUMN acquirer_bin VARCHAR(20) ${KEY} NOT NULL DEFAULT '' AFTER caid,
    ADD COLUMN arn VARCHAR(40) ${KEY} NOT NULL DEFAULT '' AFTER acquirer_bin,
    ADD COLUMN draft_ref VARCHAR(36) ${KEY} NOT NULL DEFAULT '' AFTER arn,
    ADD COLUMN state ENUM('DRAFT','SAVED','SUBMITTED','IN_REVIEW','ACTIVE','REJECTED','CLOSING','CLOSED') NOT NULL DEFAULT 'SAVED' AFTER status,
    ADD COLUMN expected_live_time DATETIME(3) NULL AFTER register_time,
    ADD COLUMN first_alert_time DATETIME(3) NULL AFTER expected_live_time,
    ADD COLUMN next_check_time DATETIME(3) NULL AFTER status_time`,
  // An enrolment whose call is done waits for the callback; one whose call isn't is still owed.
  `UPDATE merchant_cards c
    LEFT JOIN outbox o ON o.topic = 'card.enrol' AND o.effect_key = CONCAT(c.card_ref, ':', c.generation)
    SET c.draft_ref = IF(c.status = 'DRAFT', c.card_ref, ''),
      c.state = CASE c.status
        WHEN 'DRAFT' THEN 'DRAFT' WHEN 'REGISTERED' THEN 'ACTIVE' WHEN 'FAILED' THEN 'REJECTED' WHEN 'CLOSED' THEN 'CLOSED'
        ELSE CASE WHEN c.submitted_time IS NULL THEN 'SAVED' WHEN o.status = 1 THEN 'IN_REVIEW' ELSE 'SUBMITTED' END END`,
  "UPDATE merchant_cards SET expected_live_time = submitted_time, next_check_time = submitted_time WHERE state = 'IN_REVIEW'",
  // When the first alert came for it; what is older than this column counts too.
  `UPDATE merchant_cards c
    JOIN (SELECT card_id, MIN(created_time) AS first_time FROM chargeback_alerts WHERE card_id IS NOT NULL GROUP BY card_id) a
      ON a.card_id = c.id
    SET c.first_alert_time = a.first_time`,
  `ALTER TABLE merchant_cards
    DROP CONSTRAINT ck_cards_bin,
    ADD CONSTRAINT ck_cards_draft CHECK ((status = 'DRAFT') = (draft_ref <> '')),
    ADD CONSTRAINT ck_cards_program CHECK (status = 'DRAFT'
      OR (program = 'ETHOCA' AND CHAR_LENGTH(card_bin) BETWEEN 6 AND 8 AND acquirer_bin = '' AND arn = '')
      OR (program = 'RDR' AND card_bin = '' AND CHAR_LENGTH(arn) IN (0, 23)
        AND (acquirer_bin = '' OR CHAR_LENGTH(acquirer_bin) BETWEEN 6 AND 8)
        AND (arn <> '' OR (acquirer_bin <> '' AND caid <> '')))),
    ADD UNIQUE KEY uk_card_enrolment (merchant_id, program, descriptor, card_bin, caid, acquirer_bin, arn, draft_ref),
    DROP KEY uk_card_auth,
    ADD KEY k_cards_state (state, created_time, id),
    ADD KEY k_cards_check (next_check_time, id)`,

  // How calls to the outside fare, as whoever calls last saw it: shown to admins, never asked before a call.
  `CREATE TABLE circuit_states (
    name VARCHAR(32) ${KEY} NOT NULL PRIMARY KEY,
    state ENUM('CLOSED','OPEN','HALF_OPEN') NOT NULL,
    failures INT NOT NULL DEFAULT 0,
    changed_time DATETIME(3) NOT NULL,
    retry_time DATETIME(3) NULL,
    last_error VARCHAR(300) NULL
  ) ${TABLE}`,
];

/** Two alert programs and the fine-grained state of an enrolment. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

/** RDR enrolments have no place in the former table: they stay as drafts. Drafts that are alike are lost. */
const BACK = [
  'DROP TABLE IF EXISTS circuit_states',
  "DELETE FROM merchant_cards WHERE draft_ref <> ''",
  `ALTER TABLE merchant_cards
    DROP KEY uk_card_enrolment, DROP KEY k_cards_state, DROP KEY k_cards_check,
    DROP CONSTRAINT ck_cards_draft, DROP CONSTRAINT ck_cards_program`,
  "UPDATE merchant_cards SET status = 'DRAFT', caid = CONCAT(LEFT(caid, 70), '#', id) WHERE program = 'RDR'",
  `ALTER TABLE merchant_cards
    DROP COLUMN program, DROP COLUMN acquirer_bin, DROP COLUMN arn, DROP COLUMN draft_ref, DROP COLUMN state,
    DROP COLUMN expected_live_time, DROP COLUMN first_alert_time, DROP COLUMN next_check_time,
    ADD UNIQUE KEY uk_card_auth (merchant_id, descriptor, card_bin, caid),
    ADD CONSTRAINT ck_cards_bin CHECK (status = 'DRAFT' OR CHAR_LENGTH(card_bin) BETWEEN 6 AND 8)`,
];

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const statement of BACK) await sql.raw(statement).execute(db);
}
