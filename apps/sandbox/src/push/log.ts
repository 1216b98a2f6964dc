import type { SignatureScheme } from '../settings.ts';

/** One request to the platform and what came back. */
export interface PushRecord {
  no: number;
  kind: 'alert' | 'status';
  alertId: string | null;
  at: string;
  url: string;
  scheme: SignatureScheme;
  requestHeaders: Record<string, string>;
  requestBody: string;
  /** The platform's HTTP status; 0 when it gave no answer, with `error` saying why. */
  status: number;
  body: unknown;
  headers: Record<string, string>;
  error: string | null;
  durationMs: number;
}

/** What was pushed, in order. */
export class PushLog {
  readonly records: PushRecord[] = [];
  #lastAlert = new Map<string, PushRecord>();

  add(record: Omit<PushRecord, 'no'>): PushRecord {
    const kept = { no: this.records.length + 1, ...record };
    this.records.push(kept);
    if (kept.kind === 'alert' && kept.alertId) this.#lastAlert.set(kept.alertId, kept);
    return kept;
  }

  /** The latest push of this alert, whatever the platform said to it. */
  lastOf(alertId: string): PushRecord | undefined {
    return this.#lastAlert.get(alertId);
  }
}
