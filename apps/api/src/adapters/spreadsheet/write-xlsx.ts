import { type CellObject, utils, type WorkSheet, write } from '@e965/xlsx';
import type { SheetContent } from '@forewarn/core/ports/spreadsheets';

const TEXT = '@';

/** Every cell is of type text: nothing in it is ever evaluated, and digits keep their zeros. */
export function writeXlsx(sheets: readonly SheetContent[]): Uint8Array<ArrayBuffer> {
  const workbook = utils.book_new();
  for (const sheet of sheets) utils.book_append_sheet(workbook, worksheet(sheet), sheet.name);
  const bytes: Uint8Array = write(workbook, { type: 'buffer', bookType: 'xlsx', compression: true });
  return new Uint8Array(bytes);
}

function worksheet({ rows, widths = [], blankLines = 0 }: SheetContent): WorkSheet {
  const columns = Math.max(1, ...rows.map((row) => row.length));
  const blank = Array.from({ length: blankLines }, () => Array.from({ length: columns }, () => ''));
  const cells = [...rows, ...blank].map((row) => row.map((v): CellObject => ({ t: 's', v, z: TEXT })));
  if (cells.length === 0) cells.push([]);
  return {
    '!ref': utils.encode_range({ s: { r: 0, c: 0 }, e: { r: cells.length - 1, c: columns - 1 } }),
    '!data': cells,
    '!cols': widths.map((wch) => ({ wch })),
  };
}
