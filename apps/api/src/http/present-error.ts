import type { Logger } from '@forewarn/core/kernel/context';
import { errorMessage } from '@forewarn/core/kernel/error-messages';
import type { AppError, ErrorCode, ErrorDetails } from '@forewarn/core/kernel/errors';
import type { Locale } from '@forewarn/core/kernel/locale';
import type { Metrics } from './metrics.ts';

/** What leaves of an error, in both doors: the catalogue's code, its number and its text in the reader's language. */
export interface PresentedError {
  error: ErrorCode;
  code: number;
  message: string;
  details?: ErrorDetails;
  requestId: string;
}

export function presentError(error: AppError, requestId: string, locale: Locale): PresentedError {
  const { code } = error.spec;
  const details = error.spec.family === 'unexpected' ? undefined : error.details;
  return { error: error.code, code, message: errorMessage(error.code, locale), ...(details && { details }), requestId };
}

/** Expected errors are told at info; upstream ones warn; ours are errors with their cause. Each is counted by its code (C-164). */
export function logError(
  { log, metrics }: { log: Logger; metrics: Metrics },
  error: AppError,
  fields: { requestId: string; route: string },
): void {
  metrics.count('refusals_total', { error: error.code });
  const { family } = error.spec;
  if (family === 'unexpected') log.error({ ...fields, err: error.cause ?? error }, 'unexpected error');
  else if (family === 'upstream') log.warn({ ...fields, error: error.code, err: error.cause }, 'upstream error');
  else log.info({ ...fields, error: error.code }, 'refused');
}
