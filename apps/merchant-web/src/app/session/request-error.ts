import { z } from 'zod';

/** What every error of the API carries, on tRPC in `error.data` and on REST in the envelope. */
export const ErrorData = z.object({
  error: z.string(),
  message: z.string(),
  requestId: z.string().optional(),
  details: z
    .object({
      fields: z.array(z.object({ path: z.string(), code: z.string(), message: z.string() })).optional(),
      /** The alert's number, where an answer link won't do. */
      alert: z.number().optional(),
    })
    .nullish(),
});
export type ErrorData = z.output<typeof ErrorData>;

/** A REST call that the server refused. */
export class RequestError extends Error {
  override readonly name = 'RequestError';
  readonly data: ErrorData;

  constructor(data: ErrorData) {
    super(data.error);
    this.data = data;
  }
}
