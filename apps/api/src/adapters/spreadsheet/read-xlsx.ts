import { type CellObject, read, type WorkSheet } from '@e965/xlsx';
import type { SheetLine, SheetRefusal } from '@forewarn/core/ports/spreadsheets';
import { cellText } from './cell-text.ts';
import { LIMITS } from './limits.ts';
import { repack, unpack } from './unpack.ts';
import { type ZipEntry, zipEntries } from './zip-entries.ts';

/** What the library looks for in a workbook. Pictures and macros stay packed; so do a sheet's own links, by which it would read comments and drawings. */
const NEEDED = /\.(xml|rels)$/i;
const SHEET_LINKS = /^xl\/worksheets\/_rels\//i;

/** Reads the first sheet that holds something. Throws when the workbook is broken. */
export function readXlsx(bytes: Buffer): SheetLine[] | SheetRefusal {
  const entries = zipEntries(bytes, LIMITS.zipEntries);
  if (!entries) return 'DAMAGED';
  const needed = entries.filter(({ name }) => NEEDED.test(name) && !SHEET_LINKS.test(name));
  if (!needed.some(({ name }) => /^xl\/workbook\.xml$/i.test(name))) return 'NO_TABLE';
  if (needed.reduce((sum, { size }) => sum + size, 0) > LIMITS.unpacked) return 'TOO_HEAVY';
  const workbook = read(repack(unpackAll(bytes, needed)), {
    type: 'buffer',
    dense: true,
    cellFormula: false,
    cellHTML: false,
    cellText: true,
    cellNF: true,
  });
  for (const name of workbook.SheetNames) {
    const sheet = Object.hasOwn(workbook.Sheets, name) ? workbook.Sheets[name] : undefined;
    const lines = sheet ? linesOf(sheet) : [];
    if (lines === 'TOO_HEAVY' || lines.length > 0) return lines;
  }
  return 'EMPTY';
}

function unpackAll(bytes: Buffer, entries: readonly ZipEntry[]) {
  const seen = new Set<string>();
  return entries
    .filter(({ name }) => !seen.has(name) && seen.add(name))
    .map((entry) => ({ name: entry.name, content: unpack(bytes, entry) }));
}

/** Walks the cells there are, not the range the sheet claims. */
function linesOf(sheet: WorkSheet): SheetLine[] | 'TOO_HEAVY' {
  const rows: (CellObject | undefined)[][] = sheet['!data'] ?? [];
  const lines: SheetLine[] = [];
  let characters = 0;
  for (const [index, row] of Object.entries(rows)) {
    if (!row) continue;
    const cells = Array.from(row, (cell) => (cell ? cellText(cell).slice(0, LIMITS.cell) : ''));
    if (cells.every((cell) => cell === '')) continue;
    characters += cells.reduce((sum, cell) => sum + cell.length, 0);
    if (characters > LIMITS.text) return 'TOO_HEAVY';
    lines.push({ line: Number(index) + 1, cells });
  }
  return lines;
}
