const LONGEST = 100;

/**
 * The form in which descriptors and CAIDs are compared: Unicode NFKC (full-width → ASCII), trimmed, runs of blanks as one,
 * upper case. Signs such as `*` and `.` stay: `PAYPAL *SHOP` and `PAYPAL SHOP` are different descriptors.
 */
export function normalizeKey(text: string | null | undefined): string {
  // Composed again after upper-casing: `ΐ` has no capital of its own and falls apart into three signs.
  const folded = (text ?? '').normalize('NFKC').toUpperCase().normalize('NFKC').trim().replace(/\s+/gu, ' ');
  return [...folded].slice(0, LONGEST).join('');
}
