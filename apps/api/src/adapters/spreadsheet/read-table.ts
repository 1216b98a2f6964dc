import type { SheetLimits, SheetReading } from '@forewarn/core/ports/spreadsheets';
import { LIMITS } from './limits.ts';
import { readCsv } from './read-csv.ts';
import { readXlsx } from './read-xlsx.ts';
import { sniff } from './sniff.ts';

/** Everything that happens to a stranger's file, in one go; called in the worker thread. */
export function readTable(bytes: Buffer, { maxLines, maxColumns }: SheetLimits): SheetReading {
  const sniffed = sniff(bytes);
  if (sniffed.kind === 'refused') return sniffed;
  const read = sniffed.kind === 'csv' ? readCsv(sniffed.text, maxLines) : readWorkbook(bytes);
  if (typeof read === 'string') return { kind: 'refused', reason: read };
  if (read.length === 0) return { kind: 'refused', reason: 'EMPTY' };
  if (read.length > maxLines) return { kind: 'refused', reason: 'TOO_MANY_ROWS' };
  const lines = read.map(({ line, cells }) => ({ line, cells: trimmed(cells) }));
  if (lines.some(({ cells }) => cells.length > maxColumns)) return { kind: 'refused', reason: 'TOO_HEAVY' };
  return { kind: 'table', lines };
}

function readWorkbook(bytes: Buffer) {
  try {
    return readXlsx(bytes);
  } catch {
    return 'DAMAGED';
  }
}

/** Without the empty cells at its end. */
function trimmed(cells: readonly string[]): string[] {
  const last = cells.findLastIndex((cell) => cell !== '');
  return cells.slice(0, last + 1).map((cell) => cell.slice(0, LIMITS.cell));
}
