import { createAddressList } from '@forewarn/core/kernel/address-list';
import type { Core } from '@forewarn/core/kernel/context';
import { errorMessage } from '@forewarn/core/kernel/error-messages';
import { ERRORS, type ErrorCode } from '@forewarn/core/kernel/errors';
import { recordCall } from '@forewarn/core/platform';
import type { RawPool } from '@forewarn/db';
import type { Hono } from 'hono';
import type { Config } from '../config.ts';
import { clientAddress } from '../http/client-address.ts';
import type { HttpContext, HttpEnv } from '../http/doors.ts';
import type { Metrics } from '../http/metrics.ts';
import { createBurstLimit } from './burst-limit.ts';
import { readBody } from './read-body.ts';
import { createReceiver, type Receipt } from './receiver.ts';
import { createSenderList, type SenderList } from './sender-list.ts';

type Kind = 'alert' | 'status';
/** 256 KiB. */
export const BODY_LIMIT = 256 * 1024;

/** An answer is data and never a page, not even to a browser that guesses. */
const AS_DATA = { 'X-Content-Type-Options': 'nosniff', 'Cache-Control': 'no-store' };

const PATHS: [string, Kind][] = [
  ['/api/v1/webhook/alerts', 'alert'],
  ['/api/webhook/chargeback-alert', 'alert'],
  ['/api/v1/webhook/status', 'status'],
];

export interface WebhookOptions {
  core: Core;
  metrics: Metrics;
  /** The receiver's own connections. */
  receiving: RawPool;
  config: Pick<Config, 'webhookAllow' | 'webhookRate' | 'webhookRefusals' | 'trustProxy'>;
}

/** The provider's doors (A-092… ): body limit → address → rate → signature → stored → 200, and not a moment earlier. */
export function webhooks({ core, metrics, receiving, config }: WebhookOptions): (app: Hono<HttpEnv>) => void {
  const receiver = createReceiver(core, receiving);
  const senders = createSenderList(core, config.webhookAllow);
  const burst = createBurstLimit(config.webhookRate, () => core.now().getTime());
  const refusals = createBurstLimit(config.webhookRefusals, () => core.now().getTime());
  const noteRefusal = createRefusalLog(core);
  const proxies = createAddressList(config.trustProxy);

  return (app) => {
    for (const [path, kind] of PATHS) {
      app.post(path, async (c) => {
        c.set('requestId', crypto.randomUUID());
        c.set('ip', clientAddress(c.env?.incoming?.socket.remoteAddress, c.req.header('x-forwarded-for'), proxies));
        const started = performance.now();
        const measured = (status: number) => {
          const labels = { method: 'POST', route: `webhook.${kind}`, status: String(status) };
          metrics.count('http_requests_total', labels);
          metrics.observe('webhook_duration_seconds', (performance.now() - started) / 1000);
        };
        const refuse = (reason: ErrorCode, headers: Record<string, string> = {}) => {
          // What isn't signed uses up its address's share; what is signed passes all the same: no alert is lost to a stranger.
          const pause = reason === 'UNAVAILABLE' || reason === 'TOO_MANY_REQUESTS' ? 0 : refusals.take(c.get('ip'));
          const code = pause > 0 ? 'TOO_MANY_REQUESTS' : reason;
          if (pause > 0) headers['Retry-After'] = String(pause);
          metrics.count('refusals_total', { error: code });
          measured(ERRORS[code].status);
          noteRefusal(c, kind, code, performance.now() - started);
          return answerError(c, code, core.now(), headers);
        };
        const wait = burst.take(c.get('ip'));
        const door = await checkDoor(c, senders, wait);
        // The body hasn't been read, so the connection can't be used again.
        if (door) {
          return refuse(door, {
            Connection: 'close',
            ...(door === 'TOO_MANY_REQUESTS' && { 'Retry-After': String(wait) }),
          });
        }
        const body = await readBody(c, BODY_LIMIT);
        if (body === 'too-large') return refuse('BODY_TOO_LARGE', { Connection: 'close' });
        const receipt = await receiver.receive(
          kind,
          { body, header: (name) => c.req.header(name) },
          { ip: c.get('ip'), requestId: c.get('requestId') },
        );
        if (receipt.kind === 'stored') {
          measured(200);
          const answer = {
            code: 200,
            message: 'success',
            data: { received: true, duplicate: receipt.duplicate },
            timestamp: core.now().getTime(),
          };
          return c.json(answer, 200, AS_DATA);
        }
        return receipt.kind === 'unavailable'
          ? refuse('UNAVAILABLE', { 'Retry-After': '5' })
          : refuse(REFUSALS[receipt.reason]);
      });
    }
  };
}

const REFUSALS: Record<Extract<Receipt, { kind: 'refused' }>['reason'], ErrorCode> = {
  malformed: 'MALFORMED_BODY',
  missing: 'SIGNATURE_INVALID',
  mismatch: 'SIGNATURE_INVALID',
};

async function checkDoor(c: HttpContext, senders: SenderList, wait: number): Promise<ErrorCode | undefined> {
  if (Number(c.req.header('content-length') ?? 0) > BODY_LIMIT) return 'BODY_TOO_LARGE';
  const sender = await senders.judge(c.get('ip'));
  if (sender !== 'allowed') return sender === 'unknown' ? 'UNAVAILABLE' : 'ADDRESS_NOT_ALLOWED';
  if (wait > 0) return 'TOO_MANY_REQUESTS';
  if (!/^application\/([\w.-]+\+)?json\b/i.test(c.req.header('content-type') ?? '')) return 'UNSUPPORTED_BODY';
  return undefined;
}

function answerError(c: HttpContext, code: ErrorCode, now: Date, headers: Record<string, string>) {
  const spec = ERRORS[code];
  const body = {
    code: spec.code,
    error: code,
    message: errorMessage(code, 'en'),
    data: null,
    timestamp: now.getTime(),
    requestId: c.get('requestId'),
  };
  return c.json(body, spec.status as 400, { ...AS_DATA, ...headers });
}

/** What was refused stands in the interface log, at most once a second, so that a flood doesn't become one of writes. */
function createRefusalLog(core: Core) {
  let last = 0;
  return (c: HttpContext, kind: Kind, code: ErrorCode, durationMs: number) => {
    const now = core.now();
    core.log.warn({ kind, code, ip: c.get('ip'), requestId: c.get('requestId') }, 'a delivery was refused');
    if (code === 'UNAVAILABLE' || now.getTime() - last < 1000) return;
    last = now.getTime();
    void recordCall(core, {
      at: now,
      direction: 'IN',
      operation: `webhook.${kind}`,
      method: 'POST',
      url: c.req.path,
      status: ERRORS[code].status,
      outcome: 'REFUSED',
      durationMs,
      error: `${code} from ${c.get('ip')}`,
      requestId: c.get('requestId'),
    });
  };
}
