import { type DestinationStream, pino } from 'pino';
import type { Config } from './config.ts';

/** Wherever a secret might slip into a log line in spite of all care. Bodies are never logged. */
const HIDDEN = [
  'password',
  'refreshToken',
  'accessToken',
  'token',
  'secret',
  'signKey',
  'value',
  'authorization',
  'cookie',
];

export function createLog(config: Pick<Config, 'logLevel'>, service: string, to?: DestinationStream) {
  const options = {
    level: config.logLevel,
    base: { service },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: HIDDEN.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]),
      censor: '***',
    },
    serializers: { err: describeError },
  };
  return to ? pino(options, to) : pino(options);
}

/** Message, code and stack of the error and its causes; not the rest of it: drivers put SQL with its values there. */
function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return { message: String(error) };
  const { code, errno } = error as Error & { code?: unknown; errno?: unknown };
  return {
    type: error.name,
    message: error.message,
    ...(code !== undefined && { code }),
    ...(errno !== undefined && { errno }),
    stack: error.stack,
    ...(error.cause !== undefined && { cause: describeError(error.cause) }),
  };
}
