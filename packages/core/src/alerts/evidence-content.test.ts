import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jpeg, pdf, pdfOf, png } from '../testing/evidence-files.ts';
import { inspectEvidence } from './evidence-content.ts';
import { EVIDENCE_MAX_BYTES, EVIDENCE_TYPES } from './evidence-model.ts';

const text = (content: string) => Buffer.from(content, 'latin1');
const cut = (bytes: Buffer, length: number) => bytes.subarray(0, length);
const changed = (bytes: Buffer, at: number, value: number) => {
  const copy = Buffer.from(bytes);
  copy[at] = value;
  return copy;
};

describe('A-165 the content decides what a file is', () => {
  it.each([
    ['a PDF', pdf(), 'application/pdf'],
    ['a PDF 2.0', text('%PDF-2.0\n%%EOF'), 'application/pdf'],
    ['a PNG', png(1080, 20_000), 'image/png'],
    ['a JPEG of the largest phone camera', jpeg(16_320, 12_240), 'image/jpeg'],
    ['a progressive JPEG', changed(jpeg(), 25, 0xc2), 'image/jpeg'],
  ])('%s', (_, bytes, type) => {
    expect(inspectEvidence(bytes)).toEqual({ type });
  });

  it.each([
    ['a program for Windows', text('MZ\x90\0\x03\0\0\0')],
    ['a program for Linux', text('\x7fELF\x02\x01\x01')],
    ['a web page', text('<!doctype html><script>alert(1)</script>')],
    ['an SVG with a script', text('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')],
    ['a ZIP or Office file', text('PK\x03\x04\x14\0')],
    ['a GIF', text('GIF89a\x01\0\x01\0')],
    ['a HEIC', text('\0\0\0\x18ftypheic')],
    ['a WebP', text('RIFF\x24\0\0\0WEBPVP8 ')],
    ['a PDF behind something else', text(`MZ\x90\0${pdf().toString('latin1')}`)],
    ['a page that hides in a comment', text('<!--%PDF-1.7-->')],
    ['half a signature', text('%PD')],
    ['one byte', text('x')],
  ])('%s is refused', (_, bytes) => {
    expect(inspectEvidence(bytes)).toEqual({ refusal: 'EVIDENCE_TYPE' });
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['a PDF without a version', text('%PDF-x.y')],
    ['a PDF that ends at once', text('%PDF-')],
    ['a PNG without its header', cut(png(), 20)],
    ['a PNG of no width', png(0, 1)],
    ['a PNG of no height', png(1, 0)],
    ['a PNG with an unknown colour', changed(png(), 25, 9)],
    ['a PNG whose first chunk is another', changed(png(), 12, 0x58)],
    ['a PNG made to exhaust memory', png(60_000, 60_000)],
    ['a PNG wider than any image', png(100_000, 1)],
    ['a JPEG without its frame', cut(jpeg(), 12)],
    ['a JPEG of no height', jpeg(1, 0)],
    ['a JPEG made to exhaust memory', jpeg(65_535, 65_535)],
    ['a JPEG with a segment of impossible length', changed(jpeg(), 5, 1)],
    ['a JPEG whose picture begins before its frame', Buffer.from([0xff, 0xd8, 0xff, 0xda, 0, 2, 0, 0, 0, 0, 0, 0])],
  ])('%s is damaged', (_, bytes) => {
    expect(inspectEvidence(bytes)).toEqual({ refusal: 'EVIDENCE_DAMAGED' });
  });

  it('never fails, whatever comes', () => {
    const heads = fc.constantFrom(pdf(), png(), jpeg(), Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(0));
    fc.assert(
      fc.property(heads, fc.nat(60), fc.uint8Array({ maxLength: 200 }), (head, length, tail) => {
        const result = inspectEvidence(Buffer.concat([head.subarray(0, length), tail]));
        expect('type' in result ? EVIDENCE_TYPES : ['EVIDENCE_TYPE', 'EVIDENCE_DAMAGED']).toContain(
          'type' in result ? result.type : result.refusal,
        );
      }),
    );
  });
});

describe('A-166 the size', () => {
  it.each([
    [EVIDENCE_MAX_BYTES, { type: 'application/pdf' }],
    [EVIDENCE_MAX_BYTES + 1, { refusal: 'EVIDENCE_TOO_LARGE' }],
  ])('of %d bytes', (bytes, expected) => {
    expect(EVIDENCE_MAX_BYTES).toBe(10_485_760);
    expect(inspectEvidence(pdfOf(bytes))).toEqual(expected);
  });
});
