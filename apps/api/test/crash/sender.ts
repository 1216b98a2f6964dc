import { createHmac } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { SANDBOX_CREDENTIALS } from '../../src/testing/index.ts';

/** Stands in every alert; may stand in no log. */
export const CARDHOLDER = 'Canary Cardholder';

export interface SenderLedger {
  /** In the order in which their 200 came. */
  acked: string[];
  /** Answers by status; 0: no answer at all. */
  answers: Record<number, number>;
  /** The longest wait for an answer, in ms. */
  slowest: number;
  /** When the last 200 came, as `performance.now()`. */
  lastAck: number;
  /** The longest time between two 200s, in ms. */
  gap: number;
}

export interface Sending {
  url: string;
  /** Finished alerts, each with its `alertId`. */
  alerts: readonly Record<string, unknown>[];
  senders?: number;
  /** Called after every 200 with how many there are. */
  onAck?: (count: number) => void;
}

/** The provider's side: so many senders, each sends its alert again, freshly signed, until it is acknowledged. */
export async function sendAlerts({ url, alerts, senders = 20, onAck }: Sending): Promise<SenderLedger> {
  const ledger: SenderLedger = { acked: [], answers: {}, slowest: 0, lastAck: performance.now(), gap: 0 };
  const waiting = [...alerts];
  const until = performance.now() + 120_000;

  async function deliver(alert: Record<string, unknown>): Promise<void> {
    const body = JSON.stringify(alert);
    for (;;) {
      const started = performance.now();
      const status = await push(url, body);
      const now = performance.now();
      ledger.answers[status] = (ledger.answers[status] ?? 0) + 1;
      ledger.slowest = Math.max(ledger.slowest, now - started);
      if (status === 200) {
        ledger.gap = Math.max(ledger.gap, now - ledger.lastAck);
        ledger.lastAck = now;
        ledger.acked.push(String(alert.alertId));
        onAck?.(ledger.acked.length);
        return;
      }
      if (now > until) throw new Error(`${alert.alertId} was not acknowledged, at last ${status}`);
      await sleep(50);
    }
  }

  await Promise.all(
    Array.from({ length: senders }, async () => {
      for (let alert = waiting.shift(); alert; alert = waiting.shift()) await deliver(alert);
    }),
  );
  return ledger;
}

async function push(url: string, body: string): Promise<number> {
  const timestamp = String(Date.now());
  const signature = createHmac('sha256', SANDBOX_CREDENTIALS.WEBHOOK_SECRET).update(`${timestamp}.${body}`);
  try {
    const response = await fetch(`${url}/api/v1/webhook/alerts`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-timestamp': timestamp,
        'x-signature': signature.digest('hex'),
      },
      body,
      signal: AbortSignal.timeout(15_000),
    });
    await response.arrayBuffer();
    return response.status;
  } catch {
    return 0;
  }
}
