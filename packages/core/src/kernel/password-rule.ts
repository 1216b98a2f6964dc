import type { FieldFault } from './field-faults.ts';

export const PASSWORD_MIN = 8;
export const PASSWORD_MAX = 200;

/** What a password must not contain: whoever knows the person guesses that first. */
export interface PasswordOwner {
  email?: string | undefined;
  companyName?: string | undefined;
}

/**
 * the rule for every password, the same in forms and on the server; the first thing that is wrong. The server refuses the
 * commonest, too (`accounts/check-password.ts`): that list is too long for a page.
 */
export function passwordFault(password: string, owner: PasswordOwner = {}): FieldFault | undefined {
  const length = [...password].length;
  if (length < PASSWORD_MIN) return 'PASSWORD_SHORT';
  if (length > PASSWORD_MAX) return 'PASSWORD_LONG';
  if (!/\p{L}/u.test(password)) return 'PASSWORD_LETTER';
  if (!/\d/.test(password)) return 'PASSWORD_DIGIT';
  const plain = squeeze(password);
  const name = squeeze(owner.email?.split('@')[0] ?? '');
  if (isTelling(name, 4) && plain.includes(name)) return 'PASSWORD_EMAIL';
  if (companyParts(owner.companyName ?? '').some((part) => plain.includes(part))) return 'PASSWORD_COMPANY';
  return undefined;
}

/** The whole name, and words of it that are long enough not to be “Shop” or “Ltd”. */
function companyParts(companyName: string): string[] {
  const words = companyName.split(/[\s·・,.()（）-]+/).map(squeeze);
  return [squeeze(companyName), ...words.filter((word) => isTelling(word, 6))].filter((part) => isTelling(part, 4));
}

/** Two Chinese characters say as much as several letters. */
function isTelling(text: string, letters: number): boolean {
  return /\p{Script=Han}{2}/u.test(text) || text.length >= letters;
}

function squeeze(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
