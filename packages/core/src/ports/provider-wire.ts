import type { AlertStatusNotice, IncomingAlert } from '../alerts/incoming.ts';
import type { EnrolmentNotice } from '../cards/incoming.ts';
import type { FieldMapping } from '../deliveries/model.ts';

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

/** One field that can't be read, for an admin's eyes: `got` is masked, null where nothing is. */
export interface ReadProblem {
  path: string;
  fault: 'MISSING' | 'TYPE' | 'FORM';
  expected: string;
  got: string | null;
}

export type Read<T> = { ok: true; value: T } | { ok: false; error: string; problems?: ReadProblem[] };

/** The provider's wire format, read: pure functions, no network (A-339: nobody else knows its field names). */
export interface ProviderWire {
  /** Tries every secret in constant time; which one matched is told. */
  verify(request: IncomingRequest, secrets: readonly SigningSecret[]): SignatureVerdict;
  /** What makes a delivery the same one again: the alert's id, a status event's id; undefined when it carries none. */
  deliveryKey(kind: 'alert' | 'status', json: unknown): string | undefined;
  /** With `mapping`, fields are looked for where it says; what isn't there is looked for under its own name. */
  readAlert(body: Buffer, mapping?: FieldMapping): Read<IncomingAlert>;
  readStatus(body: Buffer): Read<AlertStatusNotice | EnrolmentNotice>;
  /** The body for an admin's eyes: card data and names masked. */
  redact(body: Buffer): string;
  /** Where a JSON body has values, with a masked sample of each, at most 100; nothing for another body. */
  places(body: Buffer): { path: string; sample: string }[];
}
