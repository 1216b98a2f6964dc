/** Signs that make a spreadsheet read a cell as a formula, full-width ones included (ASVS 1.2.10). */
const FORMULA = /^[=+\-@\t\r\0＝＋－＠]/;

/** CSV with a byte order mark (so that spreadsheets read Chinese), CRLF and quoted text; text that starts a formula is neutralised. */
export function toCsv(header: readonly string[], rows: readonly (readonly (string | number | null)[])[]): string {
  return `\uFEFF${csvLines([header, ...rows])}`;
}

/** Further lines of such a file, without the mark that stands at its beginning. */
export function csvLines(rows: readonly (readonly (string | number | null)[])[]): string {
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function cell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return `"${safe.replaceAll('"', '""')}"`;
}
