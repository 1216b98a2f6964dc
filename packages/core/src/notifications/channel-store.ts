import { z } from 'zod';
import type { Executor } from '../kernel/context.ts';
import { CHANNELS, type Channel, type ChannelSetting } from './channel-rules.ts';
import type { MailKind } from './templates.ts';

/** A row a kind, so that two admins who change two kinds at once don't undo each other. */
const PREFIX = 'notification.channels.';
const Stored = z.array(z.enum(CHANNELS));

/** What admins have chosen; what can't be read counts as not chosen. Ask {@link channelsFor} what follows. */
export async function readChannelSetting(db: Executor): Promise<ChannelSetting> {
  const rows = await db
    .selectFrom('settings')
    .select(['name', 'value'])
    .where('name', '>=', PREFIX)
    .where('name', '<', 'notification.channels/')
    .execute();
  return Object.fromEntries(rows.map(({ name, value }) => [name.slice(PREFIX.length), readable(value)]));
}

/** Text from MariaDB, read already from MySQL. */
function readable(value: unknown): Channel[] | undefined {
  try {
    return Stored.safeParse(typeof value === 'string' ? JSON.parse(value) : value).data;
  } catch {
    return undefined;
  }
}

export async function writeChannels(
  db: Executor,
  kind: MailKind,
  channels: readonly Channel[],
  by: string,
  now: Date,
): Promise<void> {
  const row = { value: JSON.stringify(channels), updatedBy: by, updatedTime: now };
  await db
    .insertInto('settings')
    .values({ name: `${PREFIX}${kind}`, ...row })
    .onDuplicateKeyUpdate(row)
    .execute();
}
