import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { z } from 'zod';
import { describeIssues } from '../control-body.ts';
import { failAfterEffect, failBeforeEffect } from '../faults/over-http.ts';
import type { SandboxEnv, World } from '../world.ts';
import { findLinks } from './links.ts';
import type { Mail } from './model.ts';

/** The body as document 002 §5.4.1 has it; what the platform sends beyond it is taken along. */
const Send = z.object({
  to: z.array(z.email()).min(1),
  cc: z.array(z.email()).default([]),
  subject: z.string().min(1),
  content: z.string().min(1),
  content_type: z.enum(['html', 'text']),
  attachments: z.array(z.object({ file_name: z.string(), file_path: z.string() })).default([]),
  message_id: z.string().optional(),
  from: z.object({ name: z.string(), address: z.string() }).optional(),
});

/** A mail service over HTTP; its mails lie in the same inbox as those by SMTP. */
export function mailService(world: World) {
  return new Hono<SandboxEnv>().post('/api/v1/emails/send', async (c) => {
    const fault = world.faults.take('mail.send');
    const early = await failBeforeEffect(c, fault);
    if (early) return early;
    const { mailPassword } = world.settings;
    if (mailPassword !== null && c.req.header('Authorization') !== `Bearer ${mailPassword}`)
      return c.json({ code: 401, message: 'token invalid (sandbox)', data: null }, 401);
    const parsed = Send.safeParse(await c.req.json().catch(() => undefined));
    if (!parsed.success)
      return c.json({ code: 400, message: describeIssues(parsed.error).join('; '), data: null }, 400);
    const emailId = randomUUID();
    const raw = Buffer.from(JSON.stringify(parsed.data));
    world.inbox.add(asMail(parsed.data, emailId, raw.byteLength, new Date(world.now()).toISOString()), raw);
    const late = await failAfterEffect(c, fault);
    return late ?? c.json({ code: 200, message: 'success', data: { email_id: emailId, status: 'sent' } });
  });
}

function asMail(sent: z.output<typeof Send>, emailId: string, size: number, receivedAt: string): Omit<Mail, 'id'> {
  const recipients = [...sent.to, ...sent.cc];
  const html = sent.content_type === 'html' ? sent.content : '';
  const text = sent.content_type === 'text' ? sent.content : '';
  return {
    to: recipients.join(', '),
    recipients,
    from: sent.from?.address ?? '',
    fromName: sent.from?.name ?? '',
    subject: sent.subject,
    text,
    html,
    links: findLinks({ html, text }),
    headers: { messageId: sent.message_id ? `<${sent.message_id}>` : '', emailId, via: 'mail service' },
    attachments: sent.attachments.map(({ file_name }) => ({ filename: file_name, mimeType: '', size: 0 })),
    receivedAt,
    size,
  };
}
