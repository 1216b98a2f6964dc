import { createTestDatabase, type TestDatabase } from '@forewarn/db/testing';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EXPORT_PART } from './export-part.ts';
import { PARTS } from './index.ts';
import { EVIDENCE_PART } from './parts.ts';
import { readPosition, writePosition } from './position.ts';
import { nameOf, SEALED_COLUMNS } from './sealed-store.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase(process.env.TEST_DATABASE_URL ?? '');
});
afterAll(() => database.drop());

describe('A-327 C-157 the list of what is sealed', () => {
  it('names every column of the migrated database that ends in _enc, and no other', async () => {
    const { rows } = await sql<{ name: string }>`
      SELECT CONCAT(table_name, '.', column_name) AS name FROM information_schema.columns
      WHERE table_schema = DATABASE() AND column_name LIKE '%\\_enc'`.execute(database.db);
    expect(rows.length).toBeGreaterThan(5);
    expect(SEALED_COLUMNS.map(nameOf).sort()).toEqual(rows.map(({ name }) => name).sort());
    expect(PARTS.map(({ name }) => name).sort()).toEqual(
      [...SEALED_COLUMNS.map(nameOf), EVIDENCE_PART, EXPORT_PART].sort(),
    );
  });

  it('walks each table by its primary key', async () => {
    const { rows } = await sql<{ name: string; columns: string }>`
      SELECT table_name AS name, GROUP_CONCAT(column_name ORDER BY seq_in_index) AS columns
      FROM information_schema.statistics WHERE table_schema = DATABASE() AND index_name = 'PRIMARY' GROUP BY table_name`.execute(
      database.db,
    );
    const primary = new Map(rows.map(({ name, columns }) => [name, columns]));
    const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    for (const column of SEALED_COLUMNS)
      expect(column.key.map(snake).join(','), nameOf(column)).toBe(primary.get(snake(column.table)));
  });
});

it('a position is the same after a restart, whatever the key is made of', () => {
  for (const key of [[7], ['0190-uuid'], ['merchant:7', Buffer.from([0, 255, 34])]])
    expect(readPosition(writePosition(key))).toEqual(key);
  expect(readPosition(null)).toBeNull();
});
