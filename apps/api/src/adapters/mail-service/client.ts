import type { Mail, MailResult, MailServer, ProbeStep } from '@forewarn/core/ports/mailer';
import { z } from 'zod';
import type { Attachment, AttachmentRoot } from './attachments.ts';
import { attachmentPaths } from './attachments.ts';

export type HttpServer = Extract<MailServer, { transport: 'HTTP' }>;

/** Document 002 §5.4.1: code 200 and the service's own id for the mail (C-151). */
const Answer = z.object({
  code: z.number().optional(),
  message: z.string().optional(),
  data: z.object({ email_id: z.coerce.string().min(1), status: z.string().default('') }).nullish(),
});
const PATH = '/api/v1/emails/send';
const BODY_LIMIT = 64 * 1024;

/** The body of `POST …/api/v1/emails/send` (C-149, C-150). */
export function serviceBody(
  mail: Mail,
  server: HttpServer,
  attachments: readonly { file_name: string; file_path: string }[] = [],
) {
  return {
    to: [mail.to],
    cc: [] as string[],
    subject: mail.subject,
    content: mail.html,
    content_type: 'html',
    attachments,
    // Beyond the document; a service that knows them drops doubles and answers to the right place.
    message_id: mail.messageId,
    from: server.from,
    ...(server.replyTo && { reply_to: server.replyTo }),
  };
}

/**
 * Hands a mail to the mail service (C-148). No redirects are followed and the answer is read up to 64 KB. `SENT` needs the document's
 * answer with an id; what can't be read after the request went out is `UNKNOWN`.
 */
export async function sendByService(
  mail: Mail,
  server: HttpServer,
  patience: number,
  files?: { attachments: readonly Attachment[]; root: AttachmentRoot },
): Promise<MailResult> {
  const paths = files ? await attachmentPaths(files.attachments, files.root) : [];
  let response: Response;
  try {
    response = await fetch(address(server), {
      method: 'POST',
      redirect: 'manual',
      headers: {
        'Content-Type': 'application/json',
        'Idempotency-Key': mail.messageId,
        ...(server.secret !== '' && { Authorization: `Bearer ${server.secret}` }),
      },
      body: JSON.stringify(serviceBody(mail, server, paths)),
      signal: AbortSignal.timeout(Math.min(patience, server.connectTimeout + server.socketTimeout)),
    });
  } catch (error) {
    return { outcome: neverLeft(error) ? 'FAILED' : 'UNKNOWN', reply: wordsOf(error) };
  }
  const text = await bodyOf(response).catch(() => '');
  const reply = `${response.status} ${text}`.slice(0, 500);
  if (!response.ok) return { outcome: outcomeOf(response.status), reply };
  const answer = Answer.safeParse(jsonOf(text));
  if (!answer.success) return { outcome: 'UNKNOWN', reply };
  const { code = 200, data } = answer.data;
  if (code !== 200) return { outcome: 'REFUSED', reply };
  if (!data) return { outcome: 'UNKNOWN', reply };
  return { outcome: 'SENT', reply, emailId: data.email_id, serviceStatus: data.status };
}

/** 429 and what says “not now” or “not you” may be tried again, elsewhere too; other 4xx never will do; behind 5xx it may have happened. */
function outcomeOf(status: number): MailResult['outcome'] {
  if ([401, 403, 404, 408, 429, 503].includes(status) || status < 400) return 'FAILED';
  return status < 500 ? 'REFUSED' : 'UNKNOWN';
}

/** An empty list of recipients is refused by any service without sending: it shows that the line stands and the token is known. */
export async function probeService(server: HttpServer): Promise<ProbeStep[]> {
  const started = performance.now();
  const step = (ok: boolean, detail: string): ProbeStep[] => [
    { stage: 'SERVICE', ok, milliseconds: Math.round(performance.now() - started), detail: detail.slice(0, 500) },
  ];
  try {
    const response = await fetch(address(server), {
      method: 'POST',
      redirect: 'manual',
      headers: {
        'Content-Type': 'application/json',
        ...(server.secret !== '' && { Authorization: `Bearer ${server.secret}` }),
      },
      body: JSON.stringify({ to: [], cc: [], subject: '', content: '', content_type: 'html', attachments: [] }),
      signal: AbortSignal.timeout(server.connectTimeout + server.greetingTimeout),
    });
    const detail = `${response.status} ${await bodyOf(response).catch(() => '')}`;
    return step(response.status === 400 || response.status === 422 || response.ok, detail);
  } catch (error) {
    return step(false, wordsOf(error));
  }
}

function address({ url }: HttpServer): string {
  return `${url.replace(/\/+$/, '')}${PATH}`;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function bodyOf(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > BODY_LIMIT) break;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

const NEVER_LEFT = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT'];

/** The connection never stood, or its certificate wasn't accepted: nothing of the mail has gone out. */
function neverLeft(error: unknown): boolean {
  const code = codeOf(error);
  if (error instanceof Error && error.cause instanceof Error && error.cause.message === 'bad port') return true;
  return NEVER_LEFT.includes(code) || /^(ERR_TLS|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO)/.test(code);
}

function codeOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  if (cause instanceof AggregateError)
    return codeOf({ ...cause, cause: undefined }) || String(Reflect.get(cause, 'code') ?? '');
  return cause instanceof Error ? String(Reflect.get(cause, 'code') ?? '') : '';
}

function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause instanceof Error ? error.cause.message : '';
  return [codeOf(error) || error.name, cause || error.message].join(': ').slice(0, 500);
}
