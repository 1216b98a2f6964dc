import { type Kysely, sql } from 'kysely';

/**
 * Staff who sign in at the operator's own service (document 002 §5.1). `staff_users.username` is what they are called there; a session
 * keeps the service's token sealed, what it allows, and when it was last asked and last said yes. Accounts made by the command line
 * say so from now on: they alone can be the way in while that service is away.
 */
const UP = [
  'ALTER TABLE staff_users ADD COLUMN username VARCHAR(100) NULL AFTER external_id, ADD UNIQUE KEY uk_staff_username (username)',
  "UPDATE staff_users SET created_by = 'system:add-staff' WHERE created_by = '' AND external_id IS NULL AND password_hash IS NOT NULL",
  `ALTER TABLE sessions
    ADD COLUMN remote_token_enc VARBINARY(6000) NULL,
    ADD COLUMN remote_permissions TEXT NULL,
    ADD COLUMN remote_asked_time DATETIME(3) NULL,
    ADD COLUMN remote_confirmed_time DATETIME(3) NULL`,
];

const DOWN = [
  // Nobody could confirm them any more.
  'DELETE t FROM refresh_tokens t JOIN sessions s ON s.id = t.session_id WHERE s.remote_token_enc IS NOT NULL',
  'DELETE FROM sessions WHERE remote_token_enc IS NOT NULL',
  `ALTER TABLE sessions DROP COLUMN remote_token_enc, DROP COLUMN remote_permissions,
    DROP COLUMN remote_asked_time, DROP COLUMN remote_confirmed_time`,
  'ALTER TABLE staff_users DROP KEY uk_staff_username, DROP COLUMN username',
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of UP) await sql.raw(statement).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const statement of DOWN) await sql.raw(statement).execute(db);
}
