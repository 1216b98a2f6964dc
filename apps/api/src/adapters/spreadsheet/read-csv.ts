import type { SheetLine } from '@forewarn/core/ports/spreadsheets';

const DELIMITERS = [',', ';', '\t'] as const;
/** What our own exports put before text that would start a formula. */
const NEUTRALISED = /^'(?=[=+\-@\t\r＝＋－＠])/;

/**
 * CSV as spreadsheets write it (RFC 4180, and `;` or tab between the cells). Counts lines as a spreadsheet does: a quoted cell of several
 * lines is one. Stops after `maxLines` + 1 lines that hold something.
 */
export function readCsv(text: string, maxLines: number): SheetLine[] {
  const delimiter = delimiterOf(text);
  const lines: SheetLine[] = [];
  let at = 0;
  for (let line = 1; at < text.length && lines.length <= maxLines; line++) {
    const { cells, next } = readLine(text, at, delimiter);
    at = next;
    if (cells.some((cell) => cell !== '')) lines.push({ line, cells });
  }
  return lines;
}

function readLine(text: string, from: number, delimiter: string): { cells: string[]; next: number } {
  const cells: string[] = [];
  let at = from;
  for (;;) {
    const quoted = text[at] === '"' ? readQuoted(text, at) : undefined;
    const rest = quoted?.next ?? at;
    let end = rest;
    while (end < text.length && text[end] !== delimiter && text[end] !== '\n' && text[end] !== '\r') end++;
    cells.push(((quoted?.value ?? '') + text.slice(rest, end)).trim().replace(NEUTRALISED, ''));
    if (text[end] !== delimiter) return { cells, next: end + (text[end] === '\r' && text[end + 1] === '\n' ? 2 : 1) };
    at = end + 1;
  }
}

function readQuoted(text: string, from: number): { value: string; next: number } {
  let value = '';
  let at = from + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return { value: value + text.slice(at), next: text.length };
    value += text.slice(at, quote);
    if (text[quote + 1] !== '"') return { value, next: quote + 1 };
    value += '"';
    at = quote + 2;
  }
}

/** The one that stands most often in the first line, outside of quotes. */
function delimiterOf(text: string): string {
  const [first = ''] = text.replace(/"[^"]*"/g, '').split(/[\r\n]/, 1);
  const counted = DELIMITERS.map((delimiter) => ({ delimiter, count: first.split(delimiter).length }));
  return counted.toSorted((a, b) => b.count - a.count)[0]?.delimiter ?? ',';
}
