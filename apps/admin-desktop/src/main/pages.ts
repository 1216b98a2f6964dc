import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { securityHeaders } from './csp.ts';
import { type ForwardOptions, forward, isForwarded } from './forward.ts';
import { readStatic } from './static-files.ts';

export interface PagesOptions extends ForwardOptions {
  /** Folder of the built renderer. */
  root: string;
}

const NONCE_PLACE = '__CSP_NONCE__';

/**
 * Answers every request for `app://forewarn/…`: built files, the one HTML page for all routes of the app, and `/api/…` forwarded to the
 * configured server. A plain `Request → Response`, so that tests and `serve.mjs` run exactly what the app runs.
 */
export function createPages(options: PagesOptions): (request: Request) => Promise<Response> {
  return async (request) => {
    let pathname: string;
    try {
      pathname = decodeURIComponent(new URL(request.url).pathname);
    } catch {
      return new Response('Bad request', { status: 400 });
    }
    if (isForwarded(pathname)) return forward(request, options);
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return new Response('Method not allowed', { status: 405 });
    const nonce = randomBytes(16).toString('base64');
    const headers = new Headers(securityHeaders(nonce));
    const file = pathname === '/index.html' ? undefined : await readStatic(options.root, pathname);
    if (file) {
      headers.set('Content-Type', file.type);
      headers.set(
        'Cache-Control',
        pathname.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      );
      return new Response(request.method === 'HEAD' ? null : file.body, { headers });
    }
    if (path.posix.extname(pathname) !== '' && pathname !== '/index.html')
      return new Response('Not found', { status: 404, headers });
    const html = await readFile(path.join(options.root, 'index.html'), 'utf8');
    headers.set('Content-Type', 'text/html; charset=utf-8');
    headers.set('Cache-Control', 'no-store');
    return new Response(request.method === 'HEAD' ? null : html.replaceAll(NONCE_PLACE, nonce), { headers });
  };
}
