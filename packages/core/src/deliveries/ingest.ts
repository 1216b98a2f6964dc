import { applyAlertStatus, type ReceivedAlert, recordAlerts } from '../alerts/index.ts';
import { applyEnrolmentNotice } from '../cards/index.ts';
import { backOff } from '../effects/index.ts';
import { commit } from '../kernel/commit.ts';
import type { Core } from '../kernel/context.ts';
import { after, DAY, MINUTE } from '../kernel/time.ts';
import { uuidv7 } from '../kernel/uuid.ts';
import { announceQueue } from '../notifications/index.ts';
import {
  type ClaimedDelivery,
  claimDeliveries,
  finishDeliveries,
  giveBackDeliveries,
  postponeDelivery,
  quarantineDelivery,
} from './ingest-store.ts';
import { currentMapping } from './mapping-store.ts';
import { DELIVERY_FLAG, type FieldMapping } from './model.ts';
import { bodyPlace } from './place.ts';

const LEASE = MINUTE;
/** A delivery that has broken its worker this often waits for a person (poison message); a status may wait long for its alert. */
const MAX_TRIES = { alert: 5, status: 60 };
const STALE = 'signed more than 24 hours before it came, or more than 5 minutes after';

/**
 * Reads due deliveries, up to `limit`: alerts in bulk in one transaction; when that fails, each alone, so that one bad delivery
 * doesn't hold up the others. Nothing is ever dropped: what can't be read is kept, marked and told to an admin. Answers how many it took.
 */
export async function ingestDeliveries(core: Core, limit: number, lease: number = LEASE): Promise<number> {
  const token = uuidv7(core.now());
  const claimed = await claimDeliveries(core.db, { now: core.now(), limit, lease, token });
  // One of those that were cut off may have killed its worker: they go one at a time, after all others, so that none of these pays for it.
  const [suspect, ...later] = claimed.filter((delivery) => delivery.cutOff);
  await giveBackDeliveries(
    core.db,
    later.map((delivery) => delivery.id),
    token,
    core.now(),
  );
  await read(
    core,
    claimed.filter((delivery) => !delivery.cutOff),
    token,
  );
  if (suspect) await read(core, [suspect], token);
  return claimed.length - later.length;
}

async function read(core: Core, deliveries: readonly ClaimedDelivery[], token: string): Promise<void> {
  const alerts: { delivery: ClaimedDelivery; received: ReceivedAlert }[] = [];
  let mapping: FieldMapping | undefined;
  for (const delivery of deliveries) {
    try {
      if (delivery.attempts > MAX_TRIES[delivery.kind])
        await setAside(core, delivery, token, 'it failed too often; see the log');
      else if (isStale(delivery)) await setAside(core, delivery, token, STALE);
      else if (delivery.kind === 'status') await readStatus(core, delivery, token);
      else {
        mapping ??= (await currentMapping(core.db)).paths;
        const received = await readAlert(core, delivery, token, mapping);
        if (received) alerts.push({ delivery, received });
      }
    } catch (error) {
      await fail(core, delivery, token, error);
    }
  }
  if (alerts.length > 0) await record(core, alerts, token);
}

function isStale({ flags }: ClaimedDelivery): boolean {
  return (flags & DELIVERY_FLAG.STALE) !== 0 && (flags & DELIVERY_FLAG.REPLAYED) === 0;
}

/** This delivery couldn't be dealt with now; it is tried again later, and the others go on. */
async function fail(core: Core, delivery: ClaimedDelivery, token: string, error: unknown): Promise<void> {
  core.log.error({ err: error, deliveryId: delivery.id }, 'a delivery could not be recorded');
  await postponeDelivery(core.db, delivery.id, token, message(error), backOff(core.now(), delivery.attempts));
}

function open(core: Core, delivery: ClaimedDelivery): Buffer {
  return core.ports.cipher.open(delivery.bodyEnc, bodyPlace(delivery.bodySha256));
}

async function readAlert(
  core: Core,
  delivery: ClaimedDelivery,
  token: string,
  mapping: FieldMapping,
): Promise<ReceivedAlert | undefined> {
  const read = core.ports.wire.readAlert(open(core, delivery), mapping);
  if (!read.ok) {
    await setAside(core, delivery, token, read.error);
    return undefined;
  }
  return {
    deliveryId: delivery.id,
    receivedTime: delivery.receivedTime,
    late: (delivery.flags & DELIVERY_FLAG.LATE) !== 0,
    repeats: delivery.repeats,
    alert: read.value,
  };
}

async function record(
  core: Core,
  items: readonly { delivery: ClaimedDelivery; received: ReceivedAlert }[],
  token: string,
): Promise<void> {
  try {
    await commit(core, async (tx, emit) => {
      await recordAlerts(
        { core, tx, emit },
        items.map((item) => item.received),
      );
      await finishDeliveries(
        tx,
        items.map((item) => item.delivery.id),
        token,
        core.now(),
      );
    });
  } catch (error) {
    const [only] = items;
    if (items.length > 1) {
      for (const item of items) await record(core, [item], token);
    } else if (only) {
      await fail(core, only.delivery, token, error);
    }
  }
}

async function readStatus(core: Core, delivery: ClaimedDelivery, token: string): Promise<void> {
  const read = core.ports.wire.readStatus(open(core, delivery));
  if (!read.ok) return setAside(core, delivery, token, read.error);
  const notice = read.value;
  await commit(core, async (tx, emit) => {
    const found =
      notice.type === 'ALERT'
        ? await applyAlertStatus({ core, tx, emit }, notice)
        : await applyEnrolmentNotice({ core, tx, emit }, notice);
    if (found) return finishDeliveries(tx, [delivery.id], token, core.now());
    const expired = after(delivery.receivedTime, 3 * DAY) < core.now();
    const what = notice.type === 'ALERT' ? `no alert ${notice.alertId}` : `no card ${notice.cardRef}`;
    if (expired) {
      announceQueue(emit, core.now());
      return quarantineDelivery(tx, delivery.id, token, what, core.now());
    }
    return postponeDelivery(tx, delivery.id, token, `${what} yet`, backOff(core.now(), delivery.attempts));
  });
}

/** Kept, marked, visible, replayable (`provider.md` 2): never lost because we can't read it. */
async function setAside(core: Core, delivery: ClaimedDelivery, token: string, error: string): Promise<void> {
  core.log.warn({ deliveryId: delivery.id, error }, 'a delivery was set aside for an admin');
  await commit(core, async (tx, emit) => {
    await quarantineDelivery(tx, delivery.id, token, error, core.now());
    announceQueue(emit, core.now());
  });
}

function message(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
