import type { AppError } from '@forewarn/core/kernel/errors';
import { pickLocale } from '@forewarn/core/kernel/locale';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { HttpContext } from './doors.ts';
import { presentError } from './present-error.ts';

/** every REST answer is `{code, message, data, timestamp}`, plus the request id; errors add `error` and `details`. */
export function success(c: HttpContext, data: unknown): Response {
  return c.json({ code: 200, message: 'success', data, timestamp: Date.now(), requestId: c.get('requestId') });
}

export function failure(c: HttpContext, error: AppError): Response {
  const requestId = c.get('requestId');
  const {
    code,
    message,
    details,
    error: name,
  } = presentError(error, requestId, pickLocale(c.req.header('accept-language')));
  if (error.code === 'UNAVAILABLE') c.header('Retry-After', '2');
  const body = {
    code,
    message,
    data: null,
    timestamp: Date.now(),
    requestId,
    error: name,
    ...(details && { details }),
  };
  return c.json(body, error.spec.status as ContentfulStatusCode);
}
