import type { AlertStatusNotice, IncomingAlert } from '../alerts/incoming.ts';
import type { EnrolmentNotice } from '../cards/incoming.ts';

export interface SigningSecret {
  keyId: string;
  secret: string;
}

export interface IncomingRequest {
  body: Buffer;
  header(name: string): string | undefined;
}

/** `json` is the parsed body, so that it is parsed once. */
export type SignatureVerdict =
  | { ok: true; keyId: string; signedTime: Date | null; json: unknown }
  | { ok: false; reason: 'malformed' | 'missing' | 'mismatch' };

export type Read<T> = { ok: true; value: T } | { ok: false; error: string };

/** The provider's wire format, read: pure functions, no network (A-339: nobody else knows its field names). */
export interface ProviderWire {
  /** Tries every secret in constant time; which one matched is told. */
  verify(request: IncomingRequest, secrets: readonly SigningSecret[]): SignatureVerdict;
  /** What makes a delivery the same one again: the alert's id, a status event's id; undefined when it carries none. */
  deliveryKey(kind: 'alert' | 'status', json: unknown): string | undefined;
  readAlert(body: Buffer): Read<IncomingAlert>;
  readStatus(body: Buffer): Read<AlertStatusNotice | EnrolmentNotice>;
  /** The body for an admin's eyes: card data and names masked. */
  redact(body: Buffer): string;
}
