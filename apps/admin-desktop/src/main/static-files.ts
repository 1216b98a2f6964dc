import { readFile } from 'node:fs/promises';
import path from 'node:path';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

export interface StaticFile {
  body: Buffer<ArrayBuffer>;
  type: string;
}

/** A built file by its URL path; undefined when there is none, when its type isn't ours, or when the path leaves `root`. */
export async function readStatic(root: string, urlPath: string): Promise<StaticFile | undefined> {
  const type = TYPES[path.posix.extname(urlPath)];
  if (type === undefined || urlPath.includes('\0') || urlPath.includes('\\')) return undefined;
  const file = path.resolve(root, `.${urlPath}`);
  if (!file.startsWith(path.resolve(root) + path.sep)) return undefined;
  try {
    return { body: await readFile(file), type };
  } catch {
    return undefined;
  }
}
