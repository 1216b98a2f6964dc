import { promisify } from 'node:util';
import { constants, crc32, deflateRaw, inflateRaw } from 'node:zlib';

const deflate = promisify(deflateRaw);
const inflate = promisify(inflateRaw);

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

/** The pieces' content; they may be all there are or the first ones. Throws when they aren't such pieces. */
export async function unpackParts(packed: readonly Buffer[]): Promise<Buffer> {
  return inflate(Buffer.concat([...packed, END_OF_STREAM]));
}

export interface ZipEntry {
  name: string;
  /** A whole DEFLATE stream, in pieces. */
  packed: readonly Buffer[];
  crc: number;
  plainSize: number;
}

/** A short text as an entry. */
export async function zipText(name: string, text: string): Promise<ZipEntry> {
  const { packed, crc, plainSize } = await packPart(Buffer.from(text), 0);
  return { name, packed: [packed, END_OF_STREAM], crc, plainSize };
}

/** A ZIP file (APPNOTE 6.3, without ZIP64: below 4 GiB) of packed entries; the same entries give the same bytes. */
export function zipOf(entries: readonly ZipEntry[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const name = Buffer.from(entry.name);
    const packedSize = entry.packed.reduce((sum, { length }) => sum + length, 0);
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
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), facts, place, name);
    bodies.push(Buffer.from('PK\x03\x04', 'latin1'), facts, name, ...entry.packed);
    offset += 4 + facts.length + name.length + packedSize;
  }
  const table = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(table.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, table, end]);
}
