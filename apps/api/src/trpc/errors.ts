import { AppError, type ErrorCode } from '@forewarn/core/kernel/errors';
import { TRPCError } from '@trpc/server';

type TrpcCode = TRPCError['code'];

const BY_STATUS: Record<number, TrpcCode> = {
  400: 'BAD_REQUEST',
  401: 'UNAUTHORIZED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  405: 'METHOD_NOT_SUPPORTED',
  409: 'CONFLICT',
  413: 'PAYLOAD_TOO_LARGE',
  422: 'UNPROCESSABLE_CONTENT',
  429: 'TOO_MANY_REQUESTS',
  502: 'BAD_GATEWAY',
  503: 'SERVICE_UNAVAILABLE',
};

/** What tRPC itself refuses, before an operation is reached. */
const OWN: Partial<Record<TrpcCode, ErrorCode>> = {
  PARSE_ERROR: 'MALFORMED_BODY',
  BAD_REQUEST: 'MALFORMED_BODY',
  NOT_FOUND: 'ROUTE_NOT_FOUND',
  METHOD_NOT_SUPPORTED: 'METHOD_NOT_ALLOWED',
  PAYLOAD_TOO_LARGE: 'BODY_TOO_LARGE',
  UNSUPPORTED_MEDIA_TYPE: 'UNSUPPORTED_BODY',
};

export function asTrpcError(error: AppError): TRPCError {
  return new TRPCError({
    code: BY_STATUS[error.spec.status] ?? 'INTERNAL_SERVER_ERROR',
    message: error.code,
    cause: error,
  });
}

export function fromTrpcError(error: TRPCError): AppError {
  if (error.cause instanceof AppError) return error.cause;
  return new AppError(OWN[error.code] ?? 'INTERNAL', undefined, { cause: error });
}
