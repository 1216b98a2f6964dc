import type { Core } from '@forewarn/core/kernel/context';
import { recordCall, watchedBreaker } from '@forewarn/core/platform';
import type { AuthService, AuthTag, RemoteSignIn, RemoteStanding } from '@forewarn/core/ports/staff-sign-in';
import type { z } from 'zod';
import { type AuthReply, send } from './transport.ts';
import { LoginAnswer, ValidateAnswer } from './wire.ts';

export interface AuthServiceSettings {
  /** `https://auth.example.com`, without a trailing slash. */
  url: string;
  timeoutMs: number;
}

/** A service that hangs costs each process five time-outs, then nothing for half a minute (C-252). */
const BREAKER = { failures: 5, openMs: 30_000 };

type Operation = 'login' | 'validate';
interface Request {
  method: 'GET' | 'POST';
  headers: Record<string, string>;
  body?: string;
}

/**
 * Document 002 §5.1. Its answers have no error body, so the status alone decides (C-251): 401 a wrong password or a token that has ended,
 * 403 an account that is refused; anything else that isn't the documented answer is a service that is away. Every call stands in the
 * interface log without password and token.
 */
export function createAuthService(core: () => Core, { url, timeoutMs }: AuthServiceSettings): AuthService {
  const breaker = watchedBreaker(core, 'auth', BREAKER);

  /** Undefined: away, and not asked at all while the breaker is open. */
  async function call<T extends z.ZodType>(
    operation: Operation,
    { method, headers, body }: Request,
    schema: T,
    tag: AuthTag,
  ): Promise<{ status: number; data?: z.output<T> } | undefined> {
    if (!breaker.admit().allowed) return undefined;
    const address = `${url}/api/v1/auth/${operation}`;
    const at = core().now();
    const started = performance.now();
    const common = { accept: 'application/json', 'x-request-id': tag.requestId };
    const outgoing = { method, url: address, headers: { ...common, ...headers }, timeoutMs };
    const reply = await send({ ...outgoing, ...(body !== undefined && { body }) });
    const data = reply.status === 200 ? readJson(schema, reply.text) : undefined;
    const { outcome, error, failed } = verdict(reply, data !== undefined);
    if (failed === undefined) breaker.neutral();
    else if (failed) breaker.failure(error ?? '');
    else breaker.success();
    await recordCall(core(), {
      at,
      direction: 'OUT',
      operation: `auth.${operation}`,
      method,
      url: address,
      status: reply.status,
      outcome,
      error,
      durationMs: performance.now() - started,
      request: body ?? null,
      response: reply.text,
      requestId: tag.requestId,
      subject: tag.subject,
    });
    if (outcome === 'AMBIGUOUS' || reply.status === undefined) return undefined;
    return { status: reply.status, ...(data !== undefined && { data }) };
  }

  return {
    async signIn(username, password, tag): Promise<RemoteSignIn> {
      const body = JSON.stringify({ username, password });
      const headers = { 'content-type': 'application/json; charset=utf-8' };
      const answer = await call('login', { method: 'POST', headers, body }, LoginAnswer, tag);
      if (!answer) return { kind: 'away' };
      if (answer.status === 401) return { kind: 'wrong' };
      if (!answer.data) return { kind: 'refused' };
      const { access_token: token, expires_in: expiresInSeconds, user_info: user } = answer.data;
      const { user_id: id, username: called, roles } = user;
      return { kind: 'in', token, expiresInSeconds, user: { id, username: called, name: user.name || called, roles } };
    },
    async validate(token, tag): Promise<RemoteStanding> {
      const headers = { authorization: `Bearer ${token}` };
      const answer = await call('validate', { method: 'GET', headers }, ValidateAnswer, tag);
      if (!answer) return { kind: 'away' };
      return answer.data?.valid ? { kind: 'valid', permissions: answer.data.permissions } : { kind: 'ended' };
    },
  };
}

interface Verdict {
  outcome: 'DONE' | 'REFUSED' | 'AMBIGUOUS';
  error: string | null;
  /** For the breaker; undefined where it tells nothing: what somebody typed must not keep everybody out. */
  failed: boolean | undefined;
}

/** 401 and 403 are answers; so is a 200 in the documented form. */
function verdict({ status, error }: AuthReply, understood: boolean): Verdict {
  if (status === undefined) return { outcome: 'AMBIGUOUS', error, failed: true };
  if (status === 401 || status === 403) return { outcome: 'REFUSED', error: `HTTP ${status}`, failed: false };
  if (understood) return { outcome: 'DONE', error: null, failed: false };
  if (status === 200) return { outcome: 'AMBIGUOUS', error: 'an answer that can’t be read', failed: true };
  return { outcome: 'AMBIGUOUS', error: `HTTP ${status}`, failed: status >= 500 || status === 429 ? true : undefined };
}

function readJson<T extends z.ZodType>(schema: T, text: string | null): z.output<T> | undefined {
  try {
    const parsed = schema.safeParse(JSON.parse(text ?? ''));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}
