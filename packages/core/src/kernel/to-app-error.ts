import { isUnavailable } from '@forewarn/db';
import { AppError } from './errors.ts';

/** What a caller may see of any failure; what isn't ours to show becomes `INTERNAL` with the failure as its cause. */
export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  return new AppError(isUnavailable(error) ? 'UNAVAILABLE' : 'INTERNAL', undefined, { cause: error });
}
