import { descriptorParts } from './descriptor-parts.ts';
import { DESCRIPTOR_MAX, DESCRIPTOR_PATTERN } from './descriptor-rules.ts';
import { normalizeKey } from './normalize.ts';

const DOMAIN = /\.(COM|CN|COM\.CN|NET|ORG|CO|IO|SHOP|STORE)$/;
const MOST = 3;

/**
 * How else the same payment may stand on a statement: with and without the star, with and without the domain, the short prefix form.
 * Those worth enrolling as well, at most three, in the compared form; the text itself is never among them.
 */
export function descriptorVariants(text: string): string[] {
  const { key, facilitator, merchant } = descriptorParts(text);
  if (merchant === '') return [];
  const found: string[] = [];
  const star = key.indexOf('*');
  const [before, behind] = star < 0 ? [key, ''] : [key.slice(0, star).trim(), key.slice(star + 1).trim()];
  if (star >= 0 && behind !== '') {
    // Facilitators write `PAYPAL *X` and `PAYPAL*X`, and some banks drop their mark; a shop's own prefix means little by itself.
    if (facilitator !== '') found.push(`${before}${key.includes(' *') ? '*' : ' *'}${behind}`, behind);
    found.push(`${before} ${behind}`);
  }
  if (DOMAIN.test(key)) found.push(key.replace(DOMAIN, ''));
  else if (/^[A-Z0-9-]+$/.test(behind || before)) found.push(`${key}.COM`);
  const words = key.split(' ');
  const [first = '', ...rest] = words;
  if (star < 0 && words.length >= 2 && first.length >= 2) found.push(`${first}*${rest.join(' ')}`);
  return [...new Set(found.map(normalizeKey))]
    .filter((variant) => variant !== key && enrolable(variant))
    .slice(0, MOST);
}

function enrolable(variant: string): boolean {
  return variant.length >= 5 && variant.length <= DESCRIPTOR_MAX && DESCRIPTOR_PATTERN.test(variant);
}
