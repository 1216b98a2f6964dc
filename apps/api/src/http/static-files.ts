import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { HttpContext } from './doors.ts';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
};
const COMPRESSIBLE = /^(text\/|application\/|image\/svg)/;

export interface StaticFile {
  type: string;
  etag: string;
  changed: number;
  /** By content encoding; `identity` is always there. */
  bodies: { identity: Buffer<ArrayBuffer>; br?: Buffer<ArrayBuffer>; gzip?: Buffer<ArrayBuffer> };
}

export type StaticFiles = ReturnType<typeof createStaticFiles>;

/** Files of one directory, compressed once and kept in memory; a file that has changed on disk is read again. */
export function createStaticFiles(dir: string) {
  const known = new Map<string, StaticFile>();

  return {
    /** Undefined when there is no such file inside the directory. */
    async find(urlPath: string): Promise<StaticFile | undefined> {
      const path = inside(dir, urlPath);
      const info = path === undefined ? undefined : await stat(path).catch(() => undefined);
      if (path === undefined || !info?.isFile()) return undefined;
      const cached = known.get(path);
      if (cached?.changed === info.mtimeMs) return cached;
      const file = await load(path, info.mtimeMs);
      known.set(path, file);
      return file;
    },

    answer(c: HttpContext, file: StaticFile, cacheControl: string): Response {
      const headers = new Headers({ 'Cache-Control': cacheControl, ETag: file.etag, Vary: 'Accept-Encoding' });
      if (c.req.header('if-none-match') === file.etag) return new Response(null, { status: 304, headers });
      const accepted = c.req.header('accept-encoding') ?? '';
      const encoding =
        /\bbr\b/.test(accepted) && file.bodies.br ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : 'identity';
      const body = file.bodies[encoding] ?? file.bodies.identity;
      headers.set('Content-Type', file.type);
      if (encoding !== 'identity' && file.bodies[encoding]) headers.set('Content-Encoding', encoding);
      return new Response(body, { headers });
    },
  };
}

function inside(dir: string, urlPath: string): string | undefined {
  let path: string;
  try {
    path = decodeURIComponent(urlPath);
  } catch {
    return undefined;
  }
  if (path.includes('\0')) return undefined;
  const full = normalize(join(dir, path));
  return full.startsWith(normalize(dir + sep)) ? full : undefined;
}

async function load(path: string, changed: number): Promise<StaticFile> {
  const identity = await readFile(path);
  const type = TYPES[extname(path)] ?? 'application/octet-stream';
  const etag = `"${createHash('sha256').update(identity).digest('base64url').slice(0, 22)}"`;
  if (!COMPRESSIBLE.test(type) || identity.length < 1024) return { type, etag, changed, bodies: { identity } };
  const [br, gz] = await Promise.all([
    promisify(brotliCompress)(identity, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }),
    promisify(gzip)(identity),
  ]);
  return { type, etag, changed, bodies: { identity, br, gzip: gz } };
}
