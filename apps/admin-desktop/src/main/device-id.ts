import { createHash, randomBytes } from 'node:crypto';
import type { SettingsFile } from './settings.ts';

/**
 * What this installation tells a server about itself at a sign-in (`X-Device`), so that strangers' failures don't lock its user out
 * (A-349). Another one for each server: none learns what to say to the next. Made at the first use; pages never see it.
 */
export async function deviceIdFor(settings: SettingsFile, server: string): Promise<string> {
  let { installation } = settings.current();
  if (installation === null) {
    installation = randomBytes(32).toString('base64url');
    await settings.update({ installation });
  }
  return createHash('sha256').update(`${installation}|${server}`).digest('base64url');
}
