import { z } from 'zod';
import { Instant } from '../kernel/time.ts';
import { PROBE_STAGES, TLS_MODES } from '../ports/mailer.ts';

export { PROBE_STAGES, type ProbeStage, TLS_MODES, type TlsMode } from '../ports/mailer.ts';
export const TRANSPORTS = ['SMTP', 'HTTP'] as const;
export type Transport = (typeof TRANSPORTS)[number];

const seconds = (max: number) => z.number().int().min(1).max(max);
const line = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .regex(/^[^\r\n\0]*$/);
const address = z.email().max(100);

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|::1|\[::1\])$/i;
const HOST =
  /^(?=.{1,255}$)([A-Za-z0-9_]([A-Za-z0-9_-]*[A-Za-z0-9_])?\.)*[A-Za-z0-9_]([A-Za-z0-9_-]*[A-Za-z0-9_])?$|^\[?[0-9A-Fa-f:]{2,39}\]?$/;

/** How one sender is reached and what it sends as (A-240…A-242). Connection and waits together end before a mail's lease does. */
const Fields = z.object({
  name: line(60).min(1),
  enabled: z.boolean(),
  transport: z.enum(TRANSPORTS),
  host: z.string().trim().max(255),
  port: z.number().int().min(0).max(65_535),
  tls: z.enum(TLS_MODES),
  /** Sends without encryption although the server isn't on this machine. */
  allowPlain: z.boolean().default(false),
  /** Where a mail service begins: `/api/v1/emails/send` follows. */
  url: z.string().trim().max(500),
  account: line(200),
  fromName: line(100),
  fromAddress: address,
  replyTo: address.or(z.literal('')),
  connectSeconds: seconds(10),
  greetingSeconds: seconds(10),
  socketSeconds: seconds(20),
  poolSize: z.number().int().min(1).max(20),
  ratePerMinute: z.number().int().min(1).max(100_000).nullable(),
});

/** What is stored and shown of a sender, but for its secret. */
export const SenderSettings = Fields.omit({ allowPlain: true });

type Checked = z.output<typeof Fields> & { secret?: string | null | undefined };

function checkSender(sender: Checked, ctx: z.core.$RefinementCtx<Checked>): void {
  const wrong = (path: string, message: string) =>
    ctx.addIssue({ code: 'custom', path: [path], message, input: sender });
  if (sender.transport === 'HTTP') {
    if (!/^https?:\/\/[^\s/?#]+[^\s?#]*$/.test(sender.url)) wrong('url', 'SENDER_URL');
    else if (sender.url.startsWith('http:') && !sender.allowPlain && !isLoopback(new URL(sender.url).hostname))
      wrong('url', 'SENDER_PLAIN');
    return;
  }
  if (!HOST.test(sender.host)) wrong('host', 'SENDER_HOST');
  if (sender.port < 1) wrong('port', 'SENDER_PORT');
  if (sender.tls === 'NONE' && !sender.allowPlain && !isLoopback(sender.host)) wrong('tls', 'SENDER_PLAIN');
}

/** On this machine: nobody can listen on the way. */
export function isLoopback(host: string): boolean {
  return LOOPBACK.test(host);
}

const secret = z.string().max(500).nullable().optional();
/** `secret`: a new one; null takes it away; left out it stays as it is. */
export const SenderCreate = Fields.extend({ secret }).superRefine(checkSender);
export const SenderUpdate = Fields.extend({
  id: z.coerce.number<number | string>().int().positive(),
  version: z.number().int().positive(),
  secret,
}).superRefine(checkSender);
/** What a form holds, saved or not; with an id the stored secret is used when none is given. */
export const SenderTest = Fields.extend({
  id: z.number().int().positive().nullable(),
  secret,
  /** Also sends a test mail there. */
  to: address.nullable(),
}).superRefine(checkSender);

export const SenderRef = z.object({
  id: z.coerce.number<number | string>().int().positive(),
  version: z.number().int().positive(),
});
export const SenderOrder = z.object({ ids: z.array(z.number().int().positive()).min(1).max(50) });

export const Sender = SenderSettings.extend({
  id: z.number().int(),
  version: z.number().int(),
  hasSecret: z.boolean(),
  updatedBy: z.string(),
  updatedTime: Instant,
  lastSuccessTime: Instant.nullable(),
  lastErrorTime: Instant.nullable(),
  /** In the server's words. */
  lastError: z.string().nullable(),
});
export type Sender = z.output<typeof Sender>;

export const SenderList = z.object({
  /** In the order in which they are tried. */
  records: z.array(Sender),
  /** What the process was started with: used while no sender is in use. */
  startedWith: z.object({
    host: z.string(),
    port: z.number(),
    secure: z.boolean(),
    from: z.string(),
    used: z.boolean(),
  }),
});

export const SenderTested = z.object({
  ok: z.boolean(),
  steps: z.array(
    z.object({ stage: z.enum(PROBE_STAGES), ok: z.boolean(), milliseconds: z.number().int(), detail: z.string() }),
  ),
  mail: z.object({ outcome: z.enum(['SENT', 'REFUSED', 'FAILED', 'UNKNOWN']), reply: z.string() }).nullable(),
});
export const Done = z.object({ done: z.boolean() });
