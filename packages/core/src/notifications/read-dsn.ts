import type { Bounce } from './note-bounce.ts';

/**
 * The parts that matter of a delivery status notification (RFC 3464), as a mail server pipes it to us: whose mail it was, by the headers
 * of the returned message, and why. Undefined when it is no final failure (delayed, relayed) or names no message.
 */
export function readDsn(text: string): Bounce | undefined {
  const unfolded = text.replace(/\r\n/g, '\n').replace(/\n[ \t]+/g, ' ');
  if (!/^Action:\s*failed\b/im.test(unfolded)) return undefined;
  const field = (name: string) => new RegExp(`^${name}:\\s*(.+)$`, 'im').exec(unfolded)?.[1]?.trim();
  // The notification has a Message-ID of its own, first; the returned message's comes after the status part.
  const returned = unfolded.slice(unfolded.search(/^Action:/im));
  const messageId =
    /^(?:X-)?Original-Message-ID:\s*<([^<>\s]+)>/im.exec(unfolded)?.[1] ??
    /^Message-ID:\s*<([^<>\s]+)>/im.exec(returned)?.[1];
  if (!messageId) return undefined;
  const words = field('Diagnostic-Code')?.replace(/^[^;]*;\s*/, '');
  return { messageId, reason: words ?? field('Status') ?? 'returned' };
}
