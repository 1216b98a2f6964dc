import { HOUR } from '@forewarn/core/kernel/time';

/** What a page may ask the server for; everything else never leaves this machine. */
const PREFIXES = ['/api/v1/', '/api/trpc/'];
const PATHS = ['/readyz'];
const SIGN_IN = '/api/v1/auth/login';
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];
const REQUEST_HEADERS = [
  'accept',
  'accept-language',
  'authorization',
  'content-type',
  'idempotency-key',
  'x-client',
  'x-request-id',
];
/** No `Set-Cookie`: the desktop signs in by bearer token alone. */
const RESPONSE_HEADERS = ['content-type', 'content-disposition', 'retry-after', 'x-request-id'];
const TIMEOUT = HOUR / 120;

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

export interface ForwardOptions {
  /** The configured server's origin; null until one has been chosen. */
  server: () => string | null;
  fetch: Fetch;
  /** What to tell that server about this device at a sign-in. */
  device?: (server: string) => Promise<string>;
}

export function isForwarded(pathname: string): boolean {
  return PATHS.includes(pathname) || PREFIXES.some((prefix) => pathname.startsWith(prefix));
}

function refusal(status: number, error: 'SERVER_NOT_SET' | 'SERVER_UNREACHABLE' | 'METHOD_NOT_ALLOWED'): Response {
  const body = { code: status * 100, message: error, data: null, error, timestamp: new Date().toISOString() };
  return Response.json(body, { status, headers: { 'Cache-Control': 'no-store', 'X-Forewarn-Desktop': error } });
}

function pick(headers: Headers, names: readonly string[]): Headers {
  const kept = new Headers();
  for (const name of names) {
    const value = headers.get(name);
    if (value !== null) kept.set(name, value);
  }
  return kept;
}

/**
 * Sends a page's API request to the configured server, without cookies, Origin or Referer, and gives the answer back. A server
 * that can't be reached is a 502 with `X-Forewarn-Desktop`, so that the page tells it apart from an answer of the server.
 */
export async function forward(request: Request, options: ForwardOptions): Promise<Response> {
  const server = options.server();
  if (server === null) return refusal(502, 'SERVER_NOT_SET');
  if (!METHODS.includes(request.method)) return refusal(405, 'METHOD_NOT_ALLOWED');
  const { pathname, search } = new URL(request.url);
  const headers = pick(request.headers, REQUEST_HEADERS);
  if (pathname === SIGN_IN && options.device) headers.set('X-Device', await options.device(server));
  const init: RequestInit = {
    method: request.method,
    headers,
    credentials: 'omit',
    redirect: 'error',
    cache: 'no-store',
    signal: AbortSignal.timeout(TIMEOUT),
  };
  // Read whole instead of streamed: bodies are small JSON, and a buffer needs no half-duplex request.
  if (request.method !== 'GET') init.body = await request.arrayBuffer();
  try {
    const answer = await options.fetch(server + pathname + search, init);
    const shown = pick(answer.headers, RESPONSE_HEADERS);
    shown.set('Cache-Control', 'no-store');
    shown.set('X-Content-Type-Options', 'nosniff');
    const empty = answer.status === 204 || answer.status === 304;
    return new Response(empty ? null : await answer.arrayBuffer(), { status: answer.status, headers: shown });
  } catch {
    return refusal(502, 'SERVER_UNREACHABLE');
  }
}
