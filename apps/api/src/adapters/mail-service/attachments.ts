import { lstat } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';

/** A file of ours by its internal id, under the name the reader sees. */
export interface Attachment {
  fileName: string;
  fileId: string;
}

export interface AttachmentRoot {
  /** Export and evidence files lie below it; nothing else may leave (C-259). */
  path: string;
  /** Bytes of all attachments together. */
  limit: number;
}

export class AttachmentRefused extends Error {
  override readonly name = 'AttachmentRefused';
}

/** An id names a file and nothing else: no separators, no dots in front, no way up. */
const FILE_ID = /^[A-Za-z0-9][A-Za-z0-9_-]{0,99}(\.[A-Za-z0-9]{1,10})?$/;

/**
 * What the mail service is told of the attachments (C-150): paths that we make from internal ids, below the root alone. Throws
 * {@link AttachmentRefused} for anything that isn't an id, is missing, no plain file (a link!), or too large.
 */
export async function attachmentPaths(attachments: readonly Attachment[], root: AttachmentRoot) {
  const base = resolve(root.path);
  let total = 0;
  const paths: { file_name: string; file_path: string }[] = [];
  for (const { fileName, fileId } of attachments) {
    if (!FILE_ID.test(fileId)) throw new AttachmentRefused('not the id of a file');
    const path = join(base, fileId);
    if (!path.startsWith(base + sep)) throw new AttachmentRefused('outside the files that may be sent');
    const file = await lstat(path).catch(() => undefined);
    if (!file?.isFile()) throw new AttachmentRefused('there is no such file');
    total += file.size;
    if (total > root.limit) throw new AttachmentRefused('the attachments are too large');
    paths.push({ file_name: nameOf(fileName), file_path: path });
  }
  return paths;
}

/** A name without directories and control characters. */
function nameOf(name: string): string {
  const plain = [...name].filter((sign) => sign >= ' ' && !'/\\:"<>|?*'.includes(sign)).join('');
  return plain.replace(/^\.+/, '').slice(0, 150) || 'attachment';
}
