import { EVIDENCE_MAX_BYTES } from '@forewarn/core/alerts/model';
import { type EvidenceFault, isHeic, isPhoto } from './evidence-rules.ts';

/** What the page did to a file before sending it, as a key of the dictionary. */
export type PhotoChange = 'converted' | 'shrunk';

export interface Prepared {
  file: File;
  change?: PhotoChange;
}

/** What of the browser it takes: reading a picture (Safari alone reads HEIC), and writing it anew as JPG. */
export interface Darkroom<Picture extends { close(): void } = ImageBitmap> {
  /** Undefined when the browser can't read it. */
  decode(file: Blob): Promise<Picture | undefined>;
  /** As JPG, its longest side at most so many pixels; null when there is no room for it. */
  draw(picture: Picture, longest: number): Promise<Blob | null>;
}

/** Small print on a receipt stays readable. */
const SIDES = [4000, 3000, 2200] as const;
const QUALITY = 0.86;

/**
 * Makes a file what evidence may be: HEIC becomes JPG, a photo of more than 10 MB a smaller JPG. Everything else stays as it is, to the byte.
 * `fault`: the browser can't read it, or it doesn't get small enough.
 */
export function preparePhoto(file: File): Promise<Prepared | { fault: EvidenceFault }> {
  return preparePhotoIn({ decode, draw }, file);
}

/** The same with any darkroom; what the browser adds to it is `createImageBitmap` and a canvas. */
export async function preparePhotoIn<Picture extends { close(): void }>(
  { decode, draw }: Darkroom<Picture>,
  file: File,
): Promise<Prepared | { fault: EvidenceFault }> {
  const heic = isHeic(file);
  if (!heic && (file.size <= EVIDENCE_MAX_BYTES || !isPhoto(file))) return { file };
  const picture = await decode(file);
  if (!picture) return { fault: heic ? 'heic' : 'tooLarge' };
  try {
    for (const side of SIDES) {
      const blob = await draw(picture, side);
      if (!blob || blob.size > EVIDENCE_MAX_BYTES) continue;
      const name = `${file.name.replace(/\.\w{1,5}$/, '')}.jpg`;
      return { file: new File([blob], name, { type: 'image/jpeg' }), change: heic ? 'converted' : 'shrunk' };
    }
    return { fault: 'tooLarge' };
  } finally {
    picture.close();
  }
}

/** The right way up, as the camera noted it. */
async function decode(file: Blob): Promise<ImageBitmap | undefined> {
  try {
    return await createImageBitmap(file);
  } catch {
    return undefined;
  }
}

/** Longest side in pixels; a PNG's transparency becomes white paper. */
function draw(picture: ImageBitmap, longest: number): Promise<Blob | null> {
  const scale = Math.min(1, longest / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const context = canvas.getContext('2d');
  if (!context) return Promise.resolve(null);
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY));
}
