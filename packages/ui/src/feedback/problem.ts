/** A fault in the reader's words: what happened, what to do, and how to ask about it. */
export interface Problem {
  /** The catalogue's code, or the client's own: `ALERT_NOT_FOUND`, `OFFLINE`. */
  code: string;
  title: string;
  text: string;
  requestId?: string | undefined;
  /** Whether trying the same again can help. */
  canRetry: boolean;
  /** Messages for single fields, by path. */
  fields: Record<string, string>;
}
