/** A call to an address that a merchant or an admin has entered: what it may reach is decided before anything is sent. */
export interface OutboundRequest {
  url: string;
  headers?: Record<string, string>;
  /** JSON, sent as it is. */
  body: string;
}

/**
 * What came of it. `forbidden`: the address may not be called, nothing was sent. `not-sent`: the other side was never reached.
 * `unknown`: sent, no answer that can be read (time-out, cut line, answer too long).
 */
export type OutboundAnswer =
  | { kind: 'answered'; status: number; headers: Readonly<Record<string, string | undefined>>; text: string }
  | { kind: 'forbidden'; detail: string }
  | { kind: 'not-sent'; detail: string }
  | { kind: 'unknown'; detail: string };

/** Posts to public https addresses alone; follows no redirect, waits 5 s, reads 64 KiB. Never throws. */
export interface OutboundHttp {
  post(request: OutboundRequest): Promise<OutboundAnswer>;
}
