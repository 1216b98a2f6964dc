import type { CellObject } from '@e965/xlsx';

/**
 * A cell as the text somebody meant: `411111` and `174030076543219` typed as numbers, `012345` kept by a format of zeros. What Excel itself
 * has spoilt (more than 15 digits) stays in its short form `1.74E+17`, so that it is noticed. Of a formula the stored result counts.
 */
export function cellText(cell: CellObject): string {
  const { t, v, w, z } = cell;
  if (v === undefined || v === null) return '';
  if (t !== 'n') return String(t === 's' ? v : (w ?? v)).trim();
  const value = Number(v);
  const format = String(z ?? 'General');
  const shown = (w ?? String(value)).trim();
  if (/^(General|@|[0#,]+)$/.test(format) && Number.isInteger(value) && Math.abs(value) < 1e15) {
    return /^0+$/.test(format) ? shown : String(value);
  }
  return Math.abs(value) >= 1e15 && Number.isInteger(value) ? value.toExponential(2).toUpperCase() : shown;
}
