import { z } from 'zod';
import type { RowKey } from './sealed-store.ts';

const Cell = z.union([
  z.string(),
  z.number(),
  z.object({ base64: z.string() }).transform(({ base64 }) => Buffer.from(base64, 'base64')),
]);

/** A primary key as text, to go on from after a restart. */
export function writePosition(key: RowKey): string {
  return JSON.stringify(key.map((cell) => (Buffer.isBuffer(cell) ? { base64: cell.toString('base64') } : cell)));
}

export function readPosition(text: string | null): RowKey | null {
  return text === null ? null : z.array(Cell).parse(JSON.parse(text));
}
