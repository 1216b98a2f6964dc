import { createConnection } from 'mysql2/promise';
import { expect, test } from 'vitest';
import { killService, startService } from './control.mjs';

const url = () => process.env.TEST_DATABASE_URL ?? '';

test('what was committed before a kill -9 of the database is there after its restart', async () => {
  const before = await createConnection(url());
  before.on('error', () => {}); // it is about to be cut
  await before.query('CREATE DATABASE IF NOT EXISTS crash_control');
  await before.query('CREATE TABLE IF NOT EXISTS crash_control.kept (id INT PRIMARY KEY)');
  await before.query('REPLACE INTO crash_control.kept VALUES (42)');
  await killService('mysqld');
  await expect(createConnection(url())).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  await startService('mysqld');
  const after = await createConnection(url());
  const [rows] = await after.query('SELECT id FROM crash_control.kept');
  expect(rows).toEqual([{ id: 42 }]);
  await after.query('DROP DATABASE crash_control');
  await after.end();
});

test('redis comes back on its port', async () => {
  await killService('redis');
  expect(await startService('redis')).toBeGreaterThan(1);
});
