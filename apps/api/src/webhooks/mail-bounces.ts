import { createAddressList } from '@forewarn/core/kernel/address-list';
import type { Core } from '@forewarn/core/kernel/context';
import { errorMessage } from '@forewarn/core/kernel/error-messages';
import { ERRORS, type ErrorCode } from '@forewarn/core/kernel/errors';
import { noteBounce } from '@forewarn/core/notifications';
import type { Hono } from 'hono';
import type { Config } from '../config.ts';
import { clientAddress } from '../http/client-address.ts';
import type { HttpContext, HttpEnv } from '../http/doors.ts';
import { isSigned, readBounce } from './bounce-body.ts';
import { createBurstLimit } from './burst-limit.ts';
import { readBody } from './read-body.ts';

/** A notification brings the headers of the mail that came back, or all of it. */
const BODY_LIMIT = 256 * 1024;
const AS_DATA = { 'X-Content-Type-Options': 'nosniff', 'Cache-Control': 'no-store' };

export interface MailBounceOptions {
  core: Core;
  config: Pick<Config, 'mailBounceSecret' | 'webhookRefusals' | 'trustProxy'>;
}

/**
 * `POST /api/v1/webhook/mail-bounce`: a mail that a server had taken came back. JSON `{messageId, reason}` from a mail service, or the
 * notification itself (RFC 3464) as a mail server pipes it; signed by `MAIL_BOUNCE_SECRET`, without which there is no such door.
 */
export function mailBounces({ core, config }: MailBounceOptions): (app: Hono<HttpEnv>) => void {
  const secret = config.mailBounceSecret;
  const refusals = createBurstLimit(config.webhookRefusals, () => core.now().getTime());
  const proxies = createAddressList(config.trustProxy);
  return (app) => {
    if (secret === undefined) return;
    app.post('/api/v1/webhook/mail-bounce', async (c) => {
      c.set('requestId', crypto.randomUUID());
      c.set('ip', clientAddress(c.env?.incoming?.socket.remoteAddress, c.req.header('x-forwarded-for'), proxies));
      const refuse = (code: ErrorCode, close = false) => {
        const pause = refusals.take(c.get('ip'));
        core.log.warn({ code, ip: c.get('ip'), requestId: c.get('requestId') }, 'a bounce was refused');
        return answerError(c, pause > 0 ? 'TOO_MANY_REQUESTS' : code, core.now(), close);
      };
      if (Number(c.req.header('content-length') ?? 0) > BODY_LIMIT) return refuse('BODY_TOO_LARGE', true);
      const body = await readBody(c, BODY_LIMIT);
      if (body === 'too-large') return refuse('BODY_TOO_LARGE', true);
      const signature = c.req.header('x-signature') ?? '';
      if (!isSigned(body, c.req.header('x-timestamp') ?? '', signature, secret, core.now()))
        return refuse('SIGNATURE_INVALID');
      const bounce = readBounce(body, c.req.header('content-type') ?? '');
      if (bounce === 'malformed') return refuse('MALFORMED_BODY');
      const outcome = bounce === 'not-final' ? 'not-final' : await noteBounce(core, bounce);
      const answer = { code: 200, message: 'success', data: { outcome }, timestamp: core.now().getTime() };
      return c.json(answer, 200, AS_DATA);
    });
  };
}

function answerError(c: HttpContext, code: ErrorCode, now: Date, close: boolean) {
  const spec = ERRORS[code];
  const body = {
    code: spec.code,
    error: code,
    message: errorMessage(code, 'en'),
    data: null,
    timestamp: now.getTime(),
    requestId: c.get('requestId'),
  };
  return c.json(body, spec.status as 400, { ...AS_DATA, ...(close && { Connection: 'close' }) });
}
