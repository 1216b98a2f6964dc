import {
  bodyPlace,
  createIntake,
  type Intake,
  insertDeliveries,
  type NewDelivery,
  noteRepeat,
  sha256,
} from '@forewarn/core/deliveries';
import { DELIVERY_FLAG, DELIVERY_STATUS, type DeliveryKind } from '@forewarn/core/deliveries/model';
import type { Core } from '@forewarn/core/kernel/context';
import { after, DAY, MINUTE } from '@forewarn/core/kernel/time';
import { noteCredentialUse } from '@forewarn/core/platform';
import type { IncomingRequest } from '@forewarn/core/ports/provider-wire';
import type { RawPool } from '@forewarn/db';
import { signingSecrets } from './signing-secrets.ts';
import { within } from './within.ts';

export interface Receiver {
  receive(kind: DeliveryKind, request: IncomingRequest, from: { ip: string; requestId: string }): Promise<Receipt>;
}

export type Receipt =
  | { kind: 'stored'; duplicate: boolean }
  | { kind: 'refused'; reason: 'malformed' | 'missing' | 'mismatch' }
  /** It can't be said that it is on disk: the provider has to send it again. */
  | { kind: 'unavailable' };

/** Longer than this without an answer of the database counts as down: 503 quickly, never a hang. */
const STORE_TIMEOUT = 2000;
const NORMAL_SKEW = 5 * MINUTE;
const PROVIDER = 'default';

/**
 * Takes the provider's messages: signature over the raw bytes, then sealed and committed, then acknowledged.
 * Nothing else happens here: parsing and matching are the worker's, so a bug there never loses a delivery.
 */
export function createReceiver(core: Core, pool: RawPool): Receiver {
  const intake: Intake<NewDelivery> = createIntake({
    insert: (rows) => insertDeliveries(pool, rows),
    longest: STORE_TIMEOUT,
    // The driver writes bytes as hexadecimal text: twice their number.
    sizeOf: ({ bodyEnc }) => 2 * bodyEnc.length,
  });

  return {
    async receive(kind, request, { ip, requestId }) {
      const now = core.now();
      const secrets = await within(signingSecrets(core), STORE_TIMEOUT).catch((error: unknown) => {
        core.log.error({ err: error, requestId }, 'signing secrets could not be read');
      });
      if (!secrets) return { kind: 'unavailable' };
      const verdict = core.ports.wire.verify(request, secrets);
      if (!verdict.ok) return { kind: 'refused', reason: verdict.reason };

      const row = newDelivery(core, kind, request.body, { ip, requestId, now, verdict });
      try {
        const { duplicate } = await intake.accept(row);
        let due = !duplicate;
        if (duplicate) {
          core.log.warn(
            { requestId, kind, dedupKey: row.dedupKey.toString('utf8') },
            'the provider sent a message again',
          );
          due = await within(noteRepeat(core.db, row), STORE_TIMEOUT);
        }
        if (due) core.ports.bell.ring('ingest');
        noteCredentialUse(core, verdict.keyId);
        return { kind: 'stored', duplicate };
      } catch (error) {
        core.log.error({ err: error, requestId, waiting: intake.depth }, 'a delivery could not be stored');
        return { kind: 'unavailable' };
      }
    },
  };
}

interface Verified {
  ip: string;
  requestId: string;
  now: Date;
  verdict: { keyId: string; signedTime: Date | null; json: unknown };
}

function newDelivery(
  core: Core,
  kind: DeliveryKind,
  body: Buffer,
  { ip, requestId, now, verdict }: Verified,
): NewDelivery {
  const bodySha256 = sha256(body);
  const key = core.ports.wire.deliveryKey(kind, verdict.json);
  return {
    provider: PROVIDER,
    kind,
    // A message that carries no id is told apart by its bytes.
    dedupKey: key === undefined ? Buffer.concat([Buffer.from('#'), bodySha256]) : Buffer.from(key, 'utf8'),
    bodySha256,
    bodyEnc: core.ports.cipher.seal(body, bodyPlace(bodySha256)),
    keyId: verdict.keyId,
    signedTime: verdict.signedTime,
    receivedTime: now,
    flags: judgeClock(verdict.signedTime, now),
    sourceIp: ip,
    requestId,
    status: DELIVERY_STATUS.DUE,
    nextTime: now,
    lastError: null,
  };
}

/**
 * The flags of a push by its clock: ±5 min none; older up to 24 h LATE but processed (a wrong clock must not cost an alert, and a
 * replay is a duplicate); beyond, STALE: the worker sets it aside and tells an admin.
 */
export function judgeClock(signedTime: Date | null, now: Date): number {
  if (signedTime === null || Math.abs(now.getTime() - signedTime.getTime()) <= NORMAL_SKEW) return 0;
  return signedTime < now && after(signedTime, DAY) >= now ? DELIVERY_FLAG.LATE : DELIVERY_FLAG.STALE;
}
