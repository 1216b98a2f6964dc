import { z } from 'zod';
import type { Executor } from '../kernel/context.ts';
import { CHANNELS, type ChannelSetting } from './channel-rules.ts';

const NAME = 'notification.channels';
const Stored = z.record(z.string(), z.array(z.enum(CHANNELS)));

/** What an admin has chosen; nothing readable counts as nothing chosen. Ask {@link channelsFor} what follows. */
export async function readChannelSetting(db: Executor): Promise<ChannelSetting> {
  const row = await db.selectFrom('settings').select('value').where('name', '=', NAME).executeTakeFirst();
  if (!row) return {};
  try {
    return Stored.parse(JSON.parse(row.value));
  } catch {
    return {};
  }
}

export async function writeChannelSetting(db: Executor, setting: ChannelSetting, by: string, now: Date): Promise<void> {
  const row = { value: JSON.stringify(setting), updatedBy: by, updatedTime: now };
  await db
    .insertInto('settings')
    .values({ name: NAME, ...row })
    .onDuplicateKeyUpdate(row)
    .execute();
}
