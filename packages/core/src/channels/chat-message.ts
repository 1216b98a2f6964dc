import type { Locale } from '../kernel/locale.ts';
import { type MailKind, messageWords } from '../notifications/index.ts';
import type { ChatMessage } from '../ports/chat-channel.ts';

/** Holds the words 预警 and alert, so that a robot that insists on that keyword takes every message. */
const OPEN: Record<Locale, string> = { 'zh-CN': '打开拒付预警查看', en: 'Open chargeback alerts' };

/** A message as a chat shows it, with the link to sign in by: never one that acts by itself, because a group has many readers. */
export function chatMessage(kind: MailKind, locale: Locale, facts: Readonly<Record<string, string>>): ChatMessage {
  const url = facts.loginUrl ?? '';
  return { ...messageWords(kind, locale, facts), link: url === '' ? null : { label: OPEN[locale], url } };
}
