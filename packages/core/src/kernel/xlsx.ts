import type { WallTime } from './wall-time.ts';
import { type SizedStream, type ZipEntry, zipOf, zipText } from './zip.ts';

/** Text stays text whatever it looks like; a number is a number, a time a time. */
export type SheetCell = string | number | WallTime | null;

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const FORMAT = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
/** What a cell can hold. */
const LONGEST = 32_767;
const STYLE = { text: 1, time: 2, head: 3 } as const;

/** What stands before the rows: widths in characters, and the header, which stays in sight. */
export function sheetStart(header: readonly string[], widths: readonly number[]): string {
  const cols = widths.map((width, n) => `<col min="${n + 1}" max="${n + 1}" width="${width}" customWidth="1"/>`);
  const pane = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>';
  const cells = header.map((text, n) => textCell(text, `${columnName(n)}1`, STYLE.head)).join('');
  return `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews><cols>${cols.join('')}</cols><sheetData><row r="1">${cells}</row>`;
}

/** Rows of a sheet; `first`: the number of the first of them, from 1. */
export function sheetRows(rows: readonly (readonly SheetCell[])[], first: number): string {
  return rows
    .map((row, n) => {
      const line = first + n;
      return `<row r="${line}">${row.map((value, column) => cellOf(value, `${columnName(column)}${line}`)).join('')}</row>`;
    })
    .join('');
}

/** What stands behind the rows. */
export function sheetEnd(columns: number, lines: number): string {
  return `</sheetData><autoFilter ref="A1:${columnName(columns - 1)}${lines}"/></worksheet>`;
}

/** A workbook of one sheet, whose XML comes packed in pieces: one after the other, as the workbook is read. */
export async function xlsxOf(name: string, sheet: Omit<ZipEntry, 'name'>): Promise<SizedStream> {
  const texts: [string, string][] = [
    [
      '[Content_Types].xml',
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${FORMAT}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${FORMAT}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${FORMAT}.styles+xml"/></Types>`,
    ],
    [
      '_rels/.rels',
      `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      'xl/workbook.xml',
      `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${escapeXml(name)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    ],
    ['xl/styles.xml', STYLES],
  ];
  const entries = await Promise.all(texts.map(([path, text]) => zipText(path, XML + text)));
  return zipOf([...entries, { ...sheet, name: 'xl/worksheets/sheet1.xml' }]);
}

/** In the order of {@link STYLE}: general; text, which typing over keeps as text; time; the header. */
const STYLES = `<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1" applyNumberFormat="1"/></cellXfs></styleSheet>`;

function cellOf(value: SheetCell, place: string): string {
  if (value === null || value === '') return '';
  if (typeof value === 'string') return textCell(value, place, STYLE.text);
  if (typeof value === 'number') return `<c r="${place}"><v>${value}</v></c>`;
  return `<c r="${place}" s="${STYLE.time}"><v>${value.serial}</v></c>`;
}

function textCell(text: string, place: string, style: number): string {
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(text.slice(0, LONGEST))}</t></is></c>`;
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** Signs XML 1.0 can't hold, and what spreadsheets take for one of their own escapes (ECMA-376 `ST_Xstring`). */
const UNSPEAKABLE = /[^\t\n\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]|_(?=x[0-9a-f]{4}_)/giu;

function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replace(UNSPEAKABLE, (sign) => `_x${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}_`)
    .replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
}

/** 0 → A, 25 → Z, 26 → AA. */
function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter;
}
