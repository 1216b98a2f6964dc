import { createConnection } from 'mysql2/promise';
import { expect, test } from 'vitest';

const settings = async () => {
  const connection = await createConnection(process.env.TEST_DATABASE_URL ?? '');
  try {
    const [rows] = await connection.query('SHOW VARIABLES');
    return Object.fromEntries(
      (rows as { Variable_name: string; Value: string }[]).map((row) => [row.Variable_name, row.Value]),
    );
  } finally {
    await connection.end();
  }
};

test('a commit on the private database is on disk, in the engine and in the binary log', async () => {
  expect(await settings()).toMatchObject({
    innodb_flush_log_at_trx_commit: '1',
    sync_binlog: '1',
    log_bin: 'ON',
    binlog_format: 'ROW',
  });
});

test('the private database speaks utf8mb4, UTC and READ COMMITTED, and only to this machine', async () => {
  const found = await settings();
  expect(found).toMatchObject({
    character_set_server: 'utf8mb4',
    time_zone: '+00:00',
    bind_address: '127.0.0.1',
    max_allowed_packet: String(64 * 1024 * 1024),
    max_connections: '200',
  });
  expect(found.transaction_isolation ?? found.tx_isolation).toBe('READ-COMMITTED');
});

test('no account logs in without a password', async () => {
  const url = new URL(process.env.TEST_DATABASE_URL ?? '');
  for (const user of ['root', '', 'forewarn']) {
    await expect(createConnection({ host: '127.0.0.1', port: Number(url.port), user })).rejects.toMatchObject({
      errno: 1045,
    });
  }
});
