import type { MailKind } from '../notifications/index.ts';
import type { ChannelTopic } from './model.ts';

const TOPICS: readonly (readonly [prefix: string, topic: ChannelTopic])[] = [
  ['alert.new', 'ALERTS'],
  ['alert.refunded', 'ALERTS'],
  ['alert.answer', 'ANSWERS'],
  ['alert.', 'REMINDERS'],
  ['card.', 'CARDS'],
  ['rule.left', 'REMINDERS'],
  ['rule.', 'ANSWERS'],
];

/** What a message belongs to, so that a merchant chooses by matter and not by the name of a mail. */
export function topicOf(kind: MailKind): ChannelTopic {
  return TOPICS.find(([prefix]) => kind.startsWith(prefix))?.[1] ?? 'ACCOUNT';
}
