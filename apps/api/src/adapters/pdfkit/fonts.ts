import { readFile } from 'node:fs/promises';
import { create, type Font } from 'fontkit';

/** Noto Sans Hans (OFL): GBK's Chinese in both forms, kana, Latin, Greek and Cyrillic; a document embeds the letters it uses alone. */
const FOLDER = new URL('../fonts/', import.meta.resolve('@embedpdf/fonts-sc'));

export interface Fonts {
  regular: Buffer;
  strong: Buffer;
  /** Whether the fonts can show it. */
  has(codePoint: number): boolean;
}

/** Read once, in the thread that writes. */
export async function loadFonts(): Promise<Fonts> {
  const [regular, strong] = await Promise.all(
    ['Regular', 'Medium'].map((weight) => readFile(new URL(`NotoSansHans-${weight}.otf`, FOLDER))),
  );
  if (!regular || !strong) throw new Error('The fonts of printed documents are not there');
  const font = create(regular) as Font;
  return { regular, strong, has: (codePoint) => font.hasGlyphForCodePoint(codePoint) };
}
