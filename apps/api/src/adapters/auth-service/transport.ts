import { Agent, request } from 'undici';

export interface AuthCall {
  method: 'GET' | 'POST';
  url: string;
  headers: Record<string, string>;
  body?: string;
  timeoutMs: number;
}

/** `status` is absent when no answer came. */
export interface AuthReply {
  status?: number;
  text: string | null;
  error: string | null;
}

const agent = new Agent({ connect: { timeout: 2000 }, keepAliveTimeout: 10_000, maxResponseSize: 64 * 1024 });

/** One call, whole within its time; redirects are not followed. Never throws. */
export async function send({ method, url, headers, body, timeoutMs }: AuthCall): Promise<AuthReply> {
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
    return { status: response.statusCode, text: await response.body.text(), error: null };
  } catch (error) {
    const { code, name, message } = error as { code?: unknown; name?: string; message?: string };
    return { text: null, error: `${typeof code === 'string' ? code : (name ?? 'error')}: ${message ?? String(error)}` };
  }
}
