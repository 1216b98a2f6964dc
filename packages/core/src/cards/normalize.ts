const LONGEST = 100;

/**
 * The form in which descriptors and CAIDs are compared: Unicode NFKC (full-width → ASCII), trimmed, runs of blanks as one,
 * upper case. Signs such as `*` and `.` stay: `PAYPAL *SHOP` and `PAYPAL SHOP` are different descriptors.
 */
export function normalizeKey(text: string | null | undefined): string {
  const folded = (text ?? '').normalize('NFKC').trim().replace(/\s+/gu, ' ').toUpperCase();
  return [...folded].slice(0, LONGEST).join('');
}
