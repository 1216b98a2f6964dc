import type { FieldError } from '@forewarn/core/kernel/errors';
import { z } from 'zod';

/** The server couldn't be reached at all; says nothing about whether it got the request. */
export class ServerUnreachable extends Error {
  override readonly name = 'ServerUnreachable';
}

/** An answer of the server that says no, in its own words and the reader's language. */
export class ApiFailure extends Error {
  override readonly name = 'ApiFailure';
  readonly error: string;
  /** HTTP status of the answer. */
  readonly status: number;
  readonly requestId: string | undefined;
  readonly fields: readonly FieldError[];

  constructor(status: number, body: ErrorBody) {
    super(body.message);
    this.status = status;
    this.error = body.error;
    this.requestId = body.requestId;
    this.fields = body.details?.fields ?? [];
  }
}

/** What REST errors and tRPC's `error.data` have in common. */
export const ErrorBody = z.object({
  error: z.string(),
  message: z.string(),
  requestId: z.string().optional(),
  details: z
    .object({ fields: z.array(z.object({ path: z.string(), code: z.string(), message: z.string() })).optional() })
    .optional(),
});
export type ErrorBody = z.output<typeof ErrorBody>;

/** `fetch` that throws `ServerUnreachable`, also when the desktop itself had to answer for a server that is gone. */
export async function reach(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  let answer: Response;
  try {
    answer = await fetch(input, { ...init, credentials: 'omit', cache: 'no-store' });
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw new ServerUnreachable('no answer', { cause });
  }
  if (answer.headers.has('x-forewarn-desktop')) throw new ServerUnreachable('the server did not answer');
  return answer;
}
