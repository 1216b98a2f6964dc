import { crc32, inflateRawSync } from 'node:zlib';
import type { ZipEntry } from './zip-entries.ts';

const LOCAL = 0x04034b50;
const LOCAL_SIZE = 30;
const STORED = 0;
const DEFLATED = 8;
const ENCRYPTED = 1;

/**
 * The bytes of one entry, never more than the directory claimed: a header that lies makes this throw long before memory is gone.
 */
export function unpack(bytes: Buffer, { offset, packedSize, size, method, flags }: ZipEntry): Buffer {
  if (flags & ENCRYPTED || bytes.readUInt32LE(offset) !== LOCAL) throw new Error('not a readable entry');
  const begin = offset + LOCAL_SIZE + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  if (begin + packedSize > bytes.length) throw new Error('the entry goes beyond the file');
  const packed = bytes.subarray(begin, begin + packedSize);
  if (method === STORED) return packed;
  if (method !== DEFLATED) throw new Error('unknown compression');
  return inflateRawSync(packed, { maxOutputLength: Math.max(size, 1) });
}

/**
 * A ZIP without compression of exactly these files: what was measured is what gets read, and nothing that was left out or hidden between
 * the entries comes along.
 */
export function repack(files: readonly { name: string; content: Buffer }[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content } of files) {
    const label = Buffer.from(name, 'utf8');
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt32LE(crc32(content), 10);
    facts.writeUInt32LE(content.length, 14);
    facts.writeUInt32LE(content.length, 18);
    facts.writeUInt16LE(label.length, 22);
    parts.push(word(LOCAL), facts, label, content);
    directory.push(word(0x02014b50), half(20), facts, Buffer.alloc(10), word(offset), label);
    offset += 4 + facts.length + label.length + content.length;
  }
  const table = Buffer.concat(directory);
  const end = Buffer.concat([word(0x06054b50), half(0), half(0), half(files.length), half(files.length)]);
  return Buffer.concat([...parts, table, end, word(table.length), word(offset), half(0)]);
}

function word(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function half(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}
