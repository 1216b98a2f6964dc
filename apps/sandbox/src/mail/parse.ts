import PostalMime, { decodeWords, type Email } from 'postal-mime';
import { findLinks } from './links.ts';
import type { Mail } from './model.ts';

export interface Envelope {
  from: string;
  recipients: string[];
}

/** Reads a raw message; what its headers claim about sender and recipients counts less than the envelope. */
export async function parseMail(raw: Buffer, envelope: Envelope, receivedAt: string): Promise<Omit<Mail, 'id'>> {
  const email = await PostalMime.parse(raw, { attachmentEncoding: 'arraybuffer' });
  const text = (email.text ?? '').trimEnd();
  const html = email.html ?? '';
  return {
    to: envelope.recipients.join(', '),
    recipients: envelope.recipients,
    from: email.from?.address ?? envelope.from,
    fromName: email.from?.name ?? '',
    subject: email.subject ?? '',
    text,
    html,
    links: findLinks({ html, text }),
    headers: headersOf(email),
    attachments: email.attachments.map(({ filename, mimeType, content }) => ({
      filename,
      mimeType,
      size: typeof content === 'string' ? content.length : content.byteLength,
    })),
    receivedAt,
    size: raw.byteLength,
  };
}

function headersOf(email: Email): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const { key, value } of email.headers) {
    const name = camelCase(key);
    const decoded = decodeWords(value);
    headers[name] = headers[name] === undefined ? decoded : `${headers[name]}\n${decoded}`;
  }
  return headers;
}

/** `message-id` → `messageId`. */
function camelCase(name: string): string {
  return name.toLowerCase().replace(/-+(.)/g, (_, letter: string) => letter.toUpperCase());
}
