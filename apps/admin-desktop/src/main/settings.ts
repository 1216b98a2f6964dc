import { readFileSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { LOCALES } from '@forewarn/core/kernel/locale';
import { z } from 'zod';
import { ServerAddress } from '../bridge/server-address.ts';

const Stored = z.object({
  serverAddress: ServerAddress.nullable().catch(null).default(null),
  locale: z.enum(LOCALES).nullable().catch(null).default(null),
  /** This installation's own random number; opens nothing, so that it needs no keychain. */
  installation: z.string().min(20).nullable().catch(null).default(null),
});
export type StoredSettings = z.output<typeof Stored>;

export interface SettingsFile {
  current(): StoredSettings;
  update(change: Partial<StoredSettings>): Promise<StoredSettings>;
}

function read(file: string): StoredSettings {
  try {
    return Stored.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return Stored.parse({});
  }
}

/** What isn't secret: a small JSON file in the user's own folder. A damaged file counts as none; writes replace it whole. */
export function openSettings(file: string): SettingsFile {
  let settings = read(file);
  return {
    current: () => settings,
    async update(change) {
      settings = { ...settings, ...change };
      await writeFile(`${file}.new`, JSON.stringify(settings, null, 2), { mode: 0o600 });
      await rename(`${file}.new`, file);
      return settings;
    },
  };
}
