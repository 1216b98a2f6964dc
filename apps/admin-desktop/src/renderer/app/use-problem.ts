import { ERRORS, type ErrorCode } from '@forewarn/core/kernel/errors';
import type { Problem } from '@forewarn/ui/feedback';
import { useProblems } from '@forewarn/ui/i18n';
import { TRPCClientError } from '@trpc/client';
import { useCallback } from 'react';
import { ApiFailure, ErrorBody, ServerUnreachable } from './api-failure.ts';

/** Codes for which the same try again can't help. */
function isFinal(code: string): boolean {
  if (!(code in ERRORS)) return false;
  const { family } = ERRORS[code as ErrorCode];
  return family === 'expected' && code !== 'TOO_MANY_REQUESTS' && code !== 'CONFLICT';
}

function bodyOf(error: unknown): ErrorBody | undefined {
  if (error instanceof ApiFailure) {
    return {
      error: error.error,
      message: error.message,
      requestId: error.requestId,
      details: { fields: [...error.fields] },
    };
  }
  if (error instanceof TRPCClientError) return ErrorBody.safeParse(error.data).data;
  return undefined;
}

/** Any error → what happened, what to do and the request id, in the reader's language. */
export function useProblem(): (error: unknown) => Problem {
  const problems = useProblems();
  return useCallback(
    (error) => {
      const body = bodyOf(error);
      if (body) {
        return {
          code: body.error,
          title: problems.failed,
          text: body.message,
          requestId: body.requestId,
          canRetry: !isFinal(body.error),
          fields: Object.fromEntries((body.details?.fields ?? []).map(({ path, message }) => [path, message])),
        };
      }
      const cause = error instanceof TRPCClientError ? error.cause : error;
      const code =
        cause instanceof ServerUnreachable
          ? navigator.onLine
            ? 'UNREACHABLE'
            : 'OFFLINE'
          : error instanceof TRPCClientError
            ? 'UNREADABLE'
            : 'UNKNOWN';
      return { code, ...problems[code], canRetry: true, fields: {} };
    },
    [problems],
  );
}
