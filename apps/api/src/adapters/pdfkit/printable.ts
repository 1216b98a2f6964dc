/** The printers' mark for a letter that isn't in the case: seen at once, and never taken for text. */
export const MISSING = '〓';

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
/** What steers text without being seen: it can turn a name around or break the page. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/u;

/**
 * Text as the font can show it: a letter with an accent the font lacks loses the accent, any other sign it lacks becomes {@link MISSING}.
 * Line ends stay, at most two in a row.
 */
export function printable(text: string, has: (codePoint: number) => boolean): string {
  const known = (sign: string) => [...sign].every((letter) => has(letter.codePointAt(0) ?? 0));
  const lines = text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/\t/g, ' ')
    .replace(/\n{3,}/g, '\n\n');
  let shown = '';
  for (const { segment } of segmenter.segment(lines)) {
    if (segment === '\n') shown += segment;
    else if (known(segment) && !UNSEEN.test(segment)) shown += segment;
    else shown += fallback(segment, known);
  }
  return shown;
}

function fallback(segment: string, known: (sign: string) => boolean): string {
  const plain = segment.normalize('NFD').replace(/\p{M}/gu, '').replace(new RegExp(UNSEEN, 'gu'), '');
  if (plain === '') return '';
  return known(plain) ? plain : MISSING;
}
