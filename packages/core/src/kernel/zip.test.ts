import { randomBytes } from 'node:crypto';
import { crc32, inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wallTime } from './wall-time.ts';
import { bytesOf, packPart, unpackParts, zipOf, zipText } from './zip.ts';

describe('A-371 a file in pieces', () => {
  it('pieces packed one by one are one stream, with one checksum', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 200 }), { maxLength: 6 }), async (pieces) => {
        let crc = 0;
        const packed: Buffer[] = [];
        for (const piece of pieces) {
          const part = await packPart(Buffer.from(piece), crc);
          crc = part.crc;
          packed.push(part.packed);
        }
        const whole = Buffer.concat(pieces);
        expect(await bytesOf(unpackParts(packed))).toEqual(whole);
        expect(crc).toBe(crc32(whole));
      }),
      { numRuns: 50 },
    );
  });

  it('an archive says where each entry lies and how long it is', async () => {
    const file = zipOf([await zipText('a.txt', 'first'), await zipText('b/c.txt', '第二'.repeat(500))]);
    const zip = await bytesOf(file.chunks);
    expect(zip.length).toBe(file.size);
    const second = zip.indexOf('b/c.txt');
    const size = zip.readUInt32LE(second - 12);
    expect(inflateRawSync(zip.subarray(second + 7, second + 7 + size)).toString()).toBe('第二'.repeat(500));
    expect(zip.readUInt16LE(zip.length - 12)).toBe(2);
  });
});

describe('A-371 a file that is read as it is sent', () => {
  it('asks for a piece when it is wanted, and for none any more once its reader has left', async () => {
    const { packed } = await packPart(randomBytes(100_000), 0);
    for (const chunksOf of [
      (pieces: AsyncIterable<Buffer>) => unpackParts(pieces),
      (pieces: AsyncIterable<Buffer>) =>
        zipOf([{ name: 'a', packed: pieces, packedSize: 0, crc: 0, plainSize: 0 }]).chunks,
    ]) {
      let asked = 0;
      let closed = false;
      const pieces = (async function* () {
        try {
          for (; asked < 1000; asked++) yield packed;
        } finally {
          closed = true;
        }
      })();
      let taken = 0;
      for await (const _ of chunksOf(pieces)) if (++taken === 3) break;
      await expect.poll(() => closed).toBe(true);
      expect(asked).toBeLessThan(30);
    }
  });

  it('a piece that can’t be had breaks the file off', async () => {
    const pieces = (async function* () {
      yield (await packPart(Buffer.from('fine'), 0)).packed;
      throw new Error('the store is gone');
    })();
    await expect(bytesOf(unpackParts(pieces))).rejects.toThrow('the store is gone');
  });
});

describe('A-371 times in a spreadsheet', () => {
  it('are those of the reader’s clock, over the change to summer time as well', () => {
    const at = new Date('2026-11-22T16:30:05.900Z');
    expect(wallTime(at, 'Asia/Shanghai').text).toBe('2026-11-23 00:30:05');
    expect(wallTime(at, 'Asia/Shanghai').serial).toBeCloseTo(46_349 + (30 * 60 + 5) / 86_400, 9);
    expect(wallTime(new Date('2026-07-01T12:00:00Z'), 'Europe/Berlin').text).toBe('2026-07-01 14:00:00');
    expect(wallTime(new Date('2026-12-01T12:00:00Z'), 'Europe/Berlin').text).toBe('2026-12-01 13:00:00');
  });
});
