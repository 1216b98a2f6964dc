import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { constants, crc32, createInflateRaw, deflateRaw } from 'node:zlib';

const deflate = promisify(deflateRaw);

/** A piece of a file, packed so that pieces put behind each other are one DEFLATE stream, once {@link END_OF_STREAM} follows. */
export interface PackedPart {
  packed: Buffer;
  /** Of everything so far, this piece included. */
  crc: number;
  /** Of this piece, unpacked. */
  plainSize: number;
}

/** The empty last block of a DEFLATE stream. */
export const END_OF_STREAM = Buffer.from([3, 0]);

/** Packs the next piece of a file; `crc`: what the piece before it came to, 0 for the first. */
export async function packPart(plain: Buffer, crc: number): Promise<PackedPart> {
  const packed = await deflate(plain, { finishFlush: constants.Z_SYNC_FLUSH });
  return { packed, crc: crc32(plain, crc), plainSize: plain.length };
}

/** Bytes that come piece by piece, and how many there will be. */
export interface SizedStream {
  size: number;
  chunks: AsyncIterable<Buffer>;
}
type Pieces = AsyncIterable<Buffer> | Iterable<Buffer>;

/** All of it at once, for what is small. */
export async function bytesOf(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return Buffer.concat(all);
}

/** The pieces' content; they may be all there are or the first ones. Throws when they aren't such pieces. */
export async function* unpackParts(packed: Pieces): AsyncGenerator<Buffer> {
  const inflated = createInflateRaw();
  // Whatever goes wrong before it comes out of the stream as well: nobody waits for this promise.
  pipeline(Readable.from(ended(packed)), inflated).catch(() => undefined);
  for await (const chunk of inflated) yield chunk;
}

async function* ended(packed: Pieces): AsyncGenerator<Buffer> {
  yield* packed;
  yield END_OF_STREAM;
}

export interface ZipEntry {
  name: string;
  /** Without the stream's end. */
  packed: Pieces;
  /** Of all pieces. */
  packedSize: number;
  crc: number;
  plainSize: number;
}

/** A short text as an entry. */
export async function zipText(name: string, text: string): Promise<ZipEntry> {
  const { packed, crc, plainSize } = await packPart(Buffer.from(text), 0);
  return { name, packed: [packed], packedSize: packed.length, crc, plainSize };
}

/**
 * A ZIP file (APPNOTE 6.3, without ZIP64: below 4 GiB) of packed entries, whose pieces are asked for one at a time; the same entries give
 * the same bytes.
 */
export function zipOf(entries: readonly ZipEntry[]): SizedStream {
  const frames = framesOf(entries);
  const size = frames.reduce((sum, { head, packedSize }) => sum + head.length + packedSize, 0);
  const directory = directoryOf(frames, size);
  async function* chunks(): AsyncGenerator<Buffer> {
    for (const { head, packed } of frames) {
      yield head;
      yield* ended(packed);
    }
    yield directory;
  }
  return { size: size + directory.length, chunks: chunks() };
}

interface Frame extends Pick<ZipEntry, 'packed' | 'packedSize'> {
  head: Buffer;
  facts: Buffer;
  name: Buffer;
}

/** What stands before each entry; `packedSize` includes the stream's end. */
function framesOf(entries: readonly ZipEntry[]): Frame[] {
  return entries.map((entry) => {
    const name = Buffer.from(entry.name);
    const packedSize = entry.packedSize + END_OF_STREAM.length;
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(0x0800, 2);
    facts.writeUInt16LE(8, 4);
    // 1 January 1980, the format's first day: no clock in here.
    facts.writeUInt16LE(0x21, 8);
    facts.writeUInt32LE(entry.crc, 10);
    facts.writeUInt32LE(packedSize, 14);
    facts.writeUInt32LE(entry.plainSize, 18);
    facts.writeUInt16LE(name.length, 22);
    const head = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), facts, name]);
    return { head, facts, name, packed: entry.packed, packedSize };
  });
}

/** The list of entries at the file's end; `at`: where it begins. */
function directoryOf(frames: readonly Frame[], at: number): Buffer {
  let offset = 0;
  const lines = frames.map(({ head, facts, name, packedSize }) => {
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    offset += head.length + packedSize;
    return Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), facts, place, name]);
  });
  const table = Buffer.concat(lines);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(frames.length, 8);
  end.writeUInt16LE(frames.length, 10);
  end.writeUInt32LE(table.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([table, end]);
}
