import { EVIDENCE_MAX_BYTES } from '@forewarn/core/alerts/model';
import { describe, expect, it } from 'vitest';
import { type Darkroom, preparePhotoIn } from './prepare-photo.ts';

const MB = 1024 * 1024;
const file = (name: string, type: string, size = 4) => new File([new Uint8Array(size)], name, { type });

/** A browser that reads everything (as Safari does HEIC), or nothing; `sizeAt`: bytes of the JPG for a longest side. */
function darkroom({
  reads = true,
  sizeAt = () => MB,
}: {
  reads?: boolean;
  sizeAt?: (side: number) => number | null;
} = {}) {
  const seen = { decoded: [] as Blob[], sides: [] as number[], closed: 0 };
  const room: Darkroom<{ close(): void }> = {
    async decode(one) {
      seen.decoded.push(one);
      const close = () => {
        seen.closed += 1;
      };
      return reads ? { close } : undefined;
    },
    async draw(_picture, side) {
      seen.sides.push(side);
      const size = sizeAt(side);
      return size === null ? null : new Blob([new Uint8Array(size)], { type: 'image/jpeg' });
    },
  };
  return { seen, prepare: (one: File) => preparePhotoIn(room, one) };
}

describe('A-165 an iPhone’s HEIC photo', () => {
  it.each([
    ['IMG_1.HEIC', 'image/heic'],
    ['IMG_1.heif', ''],
    ['IMG_1.heic', ''],
  ])('%s (%j) becomes a JPG where the browser reads it, and the picture is let go', async (name, type) => {
    const { seen, prepare } = darkroom();
    const chosen = file(name, type);
    const made = await prepare(chosen);
    if ('fault' in made) throw new Error(made.fault);
    expect([made.file.name, made.file.type, made.file.size, made.change]).toEqual([
      ...['IMG_1.jpg', 'image/jpeg'],
      MB,
      'converted',
    ]);
    expect(seen).toEqual({ decoded: [chosen], sides: [4000], closed: 1 });
  });

  it('is told what to do where the browser can’t', async () => {
    const { prepare } = darkroom({ reads: false });
    expect(await prepare(file('IMG_1.HEIC', 'image/heic'))).toEqual({ fault: 'heic' });
  });
});

describe('A-166 a photo over 10 MB', () => {
  it('is drawn smaller until it fits; one that never fits is too large, and the picture is let go all the same', async () => {
    const large = file('parcel.PNG', 'image/png', EVIDENCE_MAX_BYTES + 1);
    const fits = darkroom({ sizeAt: (side) => (side > 2200 ? EVIDENCE_MAX_BYTES + 1 : EVIDENCE_MAX_BYTES) });
    const made = await fits.prepare(large);
    expect(made).toMatchObject({ change: 'shrunk' });
    expect('file' in made && [made.file.name, made.file.size]).toEqual(['parcel.jpg', EVIDENCE_MAX_BYTES]);
    expect(fits.seen.sides).toEqual([4000, 3000, 2200]);
    for (const sizeAt of [() => EVIDENCE_MAX_BYTES + 1, () => null]) {
      const never = darkroom({ sizeAt });
      expect(await never.prepare(large)).toEqual({ fault: 'tooLarge' });
      expect(never.seen.closed).toBe(1);
    }
  });

  it('up to 10 MB, and a PDF of any size, stay as they are to the byte', async () => {
    const { seen, prepare } = darkroom();
    for (const one of [
      file('a.jpg', 'image/jpeg', EVIDENCE_MAX_BYTES),
      file('a.pdf', 'application/pdf', EVIDENCE_MAX_BYTES + 1),
    ])
      expect(await prepare(one)).toEqual({ file: one });
    expect(seen.decoded).toEqual([]);
  });

  it('one that can’t be read is too large as it is', async () => {
    const { prepare } = darkroom({ reads: false });
    expect(await prepare(file('a.jpg', 'image/jpeg', EVIDENCE_MAX_BYTES + 1))).toEqual({ fault: 'tooLarge' });
  });
});
