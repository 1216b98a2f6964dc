import { errorData } from '../../app/problem/read-error.ts';

/** Refusals that mean: this link won't answer any more, or not here. */
export function faultOf<T>(error: unknown, texts: Record<string, T>): T | undefined {
  const code = errorData(error)?.error ?? '';
  return Object.hasOwn(texts, code) ? texts[code] : undefined;
}
