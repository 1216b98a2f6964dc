import { Agent, request } from 'undici';

/** One answer of the provider, told apart by what may be done next (`reliability.md` 2.2, "Send upstream"). */
export type RawAnswer =
  | { kind: 'done'; data: Record<string, unknown> }
  | { kind: 'refused'; code: string }
  | {
      kind: 'not-sent';
      detail: string;
      retryAfter?: number;
      /** The breaker kept it back. */
      held?: boolean;
      /** The other side is there and has turned us away. */
      answered?: boolean;
    }
  | { kind: 'ambiguous'; detail: string }
  | { kind: 'not-configured' };

export interface Outgoing {
  method: 'GET' | 'POST';
  url: string;
  headers: Record<string, string>;
  body: Buffer | undefined;
  timeoutMs: number;
}

const LONGEST_ANSWER = 1024 * 1024;
/** The line was never there, so nothing can have been read on the other side. */
const NEVER_SENT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'ERR_INVALID_URL',
  'ERR_SSL_WRONG_VERSION_NUMBER',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
]);
const NO_TLS = /^(ERR_TLS|CERT_)/;

const agent = new Agent({ connect: { timeout: 5000 }, keepAliveTimeout: 10_000, maxResponseSize: LONGEST_ANSWER });

/** Sends one request and classifies what came of it; redirects are not followed. Never throws. */
export async function send({
  method,
  url,
  headers,
  body,
  timeoutMs,
}: Outgoing): Promise<{ answer: RawAnswer; status?: number; text: string | null }> {
  try {
    const response = await request(url, {
      method,
      headers,
      body: body ?? null,
      dispatcher: agent,
      headersTimeout: timeoutMs,
      bodyTimeout: timeoutMs,
      signal: AbortSignal.timeout(timeoutMs),
    });
    const text = await response.body.text();
    return {
      answer: classify(response.statusCode, response.headers['retry-after'], text),
      status: response.statusCode,
      text,
    };
  } catch (error) {
    const { code, name, message } = error as { code?: unknown; name?: string; message?: string };
    // An aborted call has a number there: DOMException's legacy code.
    const word = typeof code === 'string' ? code : '';
    const detail = `${word || (name ?? 'error')}: ${message ?? String(error)}`;
    if (NEVER_SENT.has(word) || NO_TLS.test(word)) return { answer: { kind: 'not-sent', detail }, text: null };
    return { answer: { kind: 'ambiguous', detail }, text: null };
  }
}

/**
 * `{code, message, data}`: 200 is success, 4xxx a definite no, 5xxx and HTTP 429/5xx worth another try (`provider.md` 2, "Out").
 * HTTP 401 and 403 speak of our credentials, not of the message: nothing was taken in, and it is worth sending once they are put right.
 */
export function classify(status: number, retryAfter: string | string[] | undefined, text: string): RawAnswer {
  if (status === 429) {
    const seconds = Number(Array.isArray(retryAfter) ? retryAfter[0] : retryAfter);
    return {
      kind: 'not-sent',
      detail: 'HTTP 429',
      answered: true,
      ...(seconds > 0 && seconds <= 3600 && { retryAfter: seconds * 1000 }),
    };
  }
  if (status === 401 || status === 403)
    return { kind: 'not-sent', detail: `HTTP ${status}: the credentials were refused`, answered: true };
  const answer = read(text);
  if (!answer) return { kind: 'ambiguous', detail: `HTTP ${status} with an answer that can't be read` };
  const code = String(answer.code);
  if (code === '200' && status < 300)
    return {
      kind: 'done',
      data: typeof answer.data === 'object' && answer.data !== null ? (answer.data as Record<string, unknown>) : {},
    };
  if (status < 500 && (/^4\d{3}$/.test(code) || status >= 400)) return { kind: 'refused', code };
  return { kind: 'ambiguous', detail: `HTTP ${status}, code ${code}` };
}

function read(text: string): { code: unknown; data?: unknown } | undefined {
  try {
    const json: unknown = JSON.parse(text);
    return typeof json === 'object' && json !== null && 'code' in json
      ? (json as { code: unknown; data?: unknown })
      : undefined;
  } catch {
    return undefined;
  }
}
