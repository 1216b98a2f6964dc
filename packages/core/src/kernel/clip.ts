/** The beginning of a text that fits into so many UTF-8 bytes, ended by “…” where something is missing; no character is cut in two. */
export function clipBytes(text: string, most: number): string {
  if (Buffer.byteLength(text) <= most) return text;
  const room = most - Buffer.byteLength('…');
  let size = 0;
  let kept = '';
  for (const letter of text) {
    size += Buffer.byteLength(letter);
    if (size > room) break;
    kept += letter;
  }
  return `${kept}…`;
}
