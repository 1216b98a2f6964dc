import { EVIDENCE_MAX_BYTES, EVIDENCE_MAX_FILES, EVIDENCE_TYPES } from '@forewarn/core/alerts/model';

/** For the file dialog. Without HEIC in it, iPhones hand over photos as JPEG. */
export const EVIDENCE_ACCEPT = [...EVIDENCE_TYPES, '.pdf', '.jpg', '.jpeg', '.png'].join(',');

/** What the page can see is wrong with a file before it is sent, as a key of the dictionary. The server looks into it. */
export type EvidenceFault = 'type' | 'tooLarge' | 'empty' | 'tooMany' | 'heic';

interface Chosen {
  name: string;
  size: number;
  /** As the browser guesses it; empty when it can't. */
  type: string;
}

/** iPhones' own format, which evidence can't be: the page turns it into JPG where the browser can read it. */
export function isHeic({ name, type }: Chosen): boolean {
  return /^image\/hei[cf]/.test(type) || /\.hei[cf]$/i.test(name);
}

/** A photo the page can make smaller. */
export function isPhoto({ name, type }: Chosen): boolean {
  return type === 'image/jpeg' || type === 'image/png' || /\.(jpe?g|png)$/i.test(name);
}

/** `present`: how many files the alert has or is getting. A photo that is too large may still become small enough. */
export function evidenceFault(file: Chosen, present: number): EvidenceFault | undefined {
  if (present >= EVIDENCE_MAX_FILES) return 'tooMany';
  const known = EVIDENCE_TYPES.some((type) => type === file.type) || /\.(pdf|jpe?g|png)$/i.test(file.name);
  if (!known && !isHeic(file)) return 'type';
  if (file.size === 0) return 'empty';
  return file.size > EVIDENCE_MAX_BYTES && !isPhoto(file) && !isHeic(file) ? 'tooLarge' : undefined;
}
