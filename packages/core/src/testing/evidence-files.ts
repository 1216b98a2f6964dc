/** Small files of each kind, whole enough for their headers to be read. `salt` makes the content another. */

export function pdf(salt = ''): Buffer {
  return Buffer.from(`%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\n%${salt}\ntrailer<</Root 1 0 R>>\n%%EOF\n`);
}

export function png(width = 1, height = 1): Buffer {
  const bytes = Buffer.alloc(45);
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]).copy(bytes);
  bytes.writeUInt32BE(13, 8);
  bytes.write('IHDR', 12, 'ascii');
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  bytes.set([8, 2, 0, 0, 0], 24);
  bytes.write('IEND', 37, 'ascii');
  return bytes;
}

/** With an EXIF segment before the frame, as phones write it. */
export function jpeg(width = 1, height = 1): Buffer {
  const exif = Buffer.concat([Buffer.from([0xff, 0xe1, 0, 22]), Buffer.alloc(20, 0x45)]);
  const frame = Buffer.from([0xff, 0xc0, 0, 11, 8, 0, 0, 0, 0, 1, 1, 0x11, 0]);
  frame.writeUInt16BE(height, 5);
  frame.writeUInt16BE(width, 7);
  return Buffer.concat([Buffer.from([0xff, 0xd8]), exif, frame, Buffer.from([0xff, 0xda, 0, 2, 0xff, 0xd9])]);
}

/** A PDF of exactly so many bytes. */
export function pdfOf(bytes: number): Buffer {
  return Buffer.concat([pdf(), Buffer.alloc(bytes, 0x20)]).subarray(0, bytes);
}
