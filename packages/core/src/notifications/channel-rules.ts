import { KIND_WORDS } from './mail-kinds.ts';
import { MAIL_KINDS, type MailKind } from './templates.ts';

/** Where something a merchant is told can go: by mail, to the inbox in the app, to chat robots. */
export const CHANNELS = ['MAIL', 'INBOX', 'CHAT'] as const;
export type Channel = (typeof CHANNELS)[number];

/** What an admin has chosen; kinds that aren't in it keep their default. */
export type ChannelSetting = Readonly<Record<string, readonly Channel[] | undefined>>;

/** The channels an admin may choose among for a kind, and those that can't be left out. */
export function channelChoice(kind: MailKind): { choice: readonly Channel[]; always: readonly Channel[] } {
  const { reach } = KIND_WORDS[kind];
  if (reach === 'mail') return { choice: ['MAIL'], always: ['MAIL'] };
  return { choice: CHANNELS, always: reach === 'merchant' ? ['MAIL'] : [] };
}

/**
 * The channels a kind goes to, by the stored setting and what can't be left out. Never none: a setting that names nothing usable counts as
 * not set, so that a mistake silences nobody.
 */
export function channelsFor(kind: MailKind, setting: ChannelSetting = {}): readonly Channel[] {
  const { choice, always } = channelChoice(kind);
  const wanted = setting[kind]?.filter((channel) => choice.includes(channel)) ?? [];
  if (wanted.length === 0) return choice;
  return CHANNELS.filter((channel) => wanted.includes(channel) || always.includes(channel));
}

/** All kinds with a choice: the others go by mail alone. */
export function kindsWithChoice(): readonly MailKind[] {
  return MAIL_KINDS.filter((kind) => channelChoice(kind).choice.length > 1);
}
