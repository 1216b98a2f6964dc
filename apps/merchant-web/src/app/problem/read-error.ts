import { ErrorData } from '../session/request-error.ts';

/** What the client can find out by itself when no error of the API came back. */
export type ClientFault = 'OFFLINE' | 'UNREACHABLE' | 'TIMEOUT' | 'UNREADABLE' | 'UNKNOWN';

/** The API's error inside whatever was thrown, if there is one. */
export function errorData(error: unknown): ErrorData | undefined {
  if (typeof error !== 'object' || error === null || !('data' in error)) return undefined;
  const parsed = ErrorData.safeParse(error.data);
  return parsed.success ? parsed.data : undefined;
}

/** Goes down the causes: tRPC wraps what fetch threw. */
function causes(error: unknown): Error[] {
  const found: Error[] = [];
  for (let at: unknown = error; at instanceof Error && found.length < 5; at = at.cause) found.push(at);
  return found;
}

export function clientFault(error: unknown): ClientFault {
  const names = new Set(causes(error).map(({ name }) => name));
  if (!navigator.onLine) return 'OFFLINE';
  if (names.has('TimeoutError') || names.has('AbortError')) return 'TIMEOUT';
  if (names.has('SyntaxError') || names.has('ZodError')) return 'UNREADABLE';
  return names.has('TypeError') || names.has('TRPCClientError') ? 'UNREACHABLE' : 'UNKNOWN';
}

const PASSING = new Set(['UNAVAILABLE', 'UPSTREAM_FAILED', 'INTERNAL', 'TOO_MANY_REQUESTS']);

/** Whether asking again may help. */
export function isTransient(error: unknown): boolean {
  const data = errorData(error);
  return data ? PASSING.has(data.error) : clientFault(error) !== 'UNKNOWN';
}

/** Whether it is unknown if the server has done what was asked: the answer got lost, or none came in time. */
export function isUncertain(error: unknown): boolean {
  return errorData(error) === undefined;
}
