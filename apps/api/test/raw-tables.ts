import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Db } from '@forewarn/db';
import { sql } from 'kysely';

export interface Found {
  where: string;
  canary: string;
}

/** Every cell of every table as bytes, as somebody with a copy of the database sees them. */
export async function* cellsOf(db: Db): AsyncGenerator<{ where: string; bytes: Buffer }> {
  const raw = db.withoutPlugins();
  const { rows: tables } = await sql<{ name: string }>`
    SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE()`.execute(raw);
  for (const { name } of tables) {
    const { rows } = await sql<Record<string, unknown>>`SELECT * FROM ${sql.table(name)}`.execute(raw);
    for (const row of rows)
      for (const [column, value] of Object.entries(row)) {
        if (value === null || value instanceof Date || typeof value === 'number') continue;
        yield { where: `${name}.${column}`, bytes: Buffer.isBuffer(value) ? value : Buffer.from(String(value)) };
      }
  }
}

export async function* filesBelow(directory: string): AsyncGenerator<{ where: string; bytes: Buffer }> {
  for (const entry of await readdir(directory, { withFileTypes: true, recursive: true }))
    if (entry.isFile()) yield { where: entry.name, bytes: await readFile(join(entry.parentPath, entry.name)) };
}

/** Where any of the texts stands: as it is, in capitals or not, hexadecimal or in any alignment of base64. */
export async function search(
  places: AsyncIterable<{ where: string; bytes: Buffer }>,
  canaries: Readonly<Record<string, string>>,
): Promise<Found[]> {
  const wanted = Object.entries(canaries).map(([canary, text]) => ({ canary, forms: formsOf(text) }));
  const found = new Map<string, Found>();
  for await (const { where, bytes } of places) {
    const text = bytes.toString('latin1').toLowerCase();
    for (const { canary, forms } of wanted)
      if (forms.some((form) => text.includes(form))) found.set(`${where} ${canary}`, { where, canary });
  }
  return [...found.values()];
}

function formsOf(text: string): string[] {
  const bytes = Buffer.from(text);
  // Lower case merges letters of base64: that can only find too much, and the texts are long.
  const shifted = [0, 1, 2].map((shift) => {
    const start = (3 - shift) % 3;
    const whole = bytes.subarray(start, start + Math.floor((bytes.length - start) / 3) * 3);
    return whole.toString('base64').toLowerCase();
  });
  return [bytes.toString('latin1').toLowerCase(), bytes.toString('hex'), ...shifted];
}
