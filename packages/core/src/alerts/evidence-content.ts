import type { ErrorCode } from '../kernel/errors.ts';
import { EVIDENCE_MAX_BYTES, type EvidenceType } from './evidence-model.ts';
import { type ImageSize, jpegSize, pngSize } from './image-size.ts';

/** JPEG's own limit a side, and what the largest phone cameras make: more than that is made to exhaust whoever opens it. */
const MAX_SIDE = 65_535;
const MAX_PIXELS = 210_000_000;

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const JPEG = [0xff, 0xd8, 0xff];
const PDF = [0x25, 0x50, 0x44, 0x46, 0x2d];

/** what the bytes themselves say they are, or why they can't be evidence. */
export function inspectEvidence(bytes: Uint8Array): { type: EvidenceType } | { refusal: ErrorCode } {
  if (bytes.length > EVIDENCE_MAX_BYTES) return { refusal: 'EVIDENCE_TOO_LARGE' };
  if (bytes.length === 0) return { refusal: 'EVIDENCE_DAMAGED' };
  if (startsWith(bytes, PDF)) return isVersion(bytes) ? { type: 'application/pdf' } : { refusal: 'EVIDENCE_DAMAGED' };
  if (startsWith(bytes, PNG)) return isSane(pngSize(bytes)) ? { type: 'image/png' } : { refusal: 'EVIDENCE_DAMAGED' };
  if (startsWith(bytes, JPEG))
    return isSane(jpegSize(bytes)) ? { type: 'image/jpeg' } : { refusal: 'EVIDENCE_DAMAGED' };
  return { refusal: 'EVIDENCE_TYPE' };
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

/** `%PDF-1.4` … `%PDF-2.0`. */
function isVersion(bytes: Uint8Array): boolean {
  return /^[12]\.\d$/.test(String.fromCharCode(...bytes.subarray(5, 8)));
}

function isSane(size: ImageSize | undefined): boolean {
  if (!size) return false;
  const { width, height } = size;
  return width > 0 && height > 0 && width <= MAX_SIDE && height <= MAX_SIDE && width * height <= MAX_PIXELS;
}
