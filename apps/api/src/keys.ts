import { setTimeout as sleep } from 'node:timers/promises';
import { systemActor } from '@forewarn/core/kernel/actor';
import { execute } from '@forewarn/core/kernel/execute';
import { getKeyStatus, rotateKeys } from '@forewarn/core/keys';
import type { KeyStatus } from '@forewarn/core/keys/model';
import { ConfigError, readConfig } from './config.ts';
import { createDeps } from './deps.ts';
import { createLog } from './log.ts';

const USAGE = `What DATA_KEYS have sealed, and sealing it anew with the first of them.
  node apps/api/src/keys.ts status
  node apps/api/src/keys.ts rotate    asks the workers to begin, then shows how far they are; may be ended and run again`;
const LOOK_EVERY = 2000;

/** The data keys from a terminal; leaves audit rows like any other door. */
async function main(): Promise<void> {
  const [what] = process.argv.slice(2);
  if (what !== 'status' && what !== 'rotate') throw new ConfigError(USAGE);
  const config = readConfig();
  const deps = createDeps(config, createLog({ ...config, logLevel: 'error' }, 'keys'));
  const caller = {
    actor: systemActor('keys'),
    requestId: crypto.randomUUID(),
    ip: '',
    userAgent: '',
    locale: 'en',
  } as const;
  const look = () => execute(deps.core, caller, getKeyStatus, {});
  try {
    if (what === 'rotate') {
      await execute(deps.core, caller, rotateKeys, {});
      let said = '';
      for (let status = await look(); status.rotation?.status === 'RUNNING'; status = await look()) {
        const line = progress(status);
        if (line !== said) console.log(line);
        said = line;
        await sleep(LOOK_EVERY);
      }
    }
    console.log(report(await look()));
  } finally {
    await deps.close();
  }
}

const percent = (share: number) => `${Math.floor(share * 1000) / 10} %`;

function progress({ rotation }: KeyStatus): string {
  return rotation
    ? `${rotation.status} to ${rotation.targetKey}: ${percent(rotation.share)}, pass ${rotation.pass}, ${rotation.resealed} re-sealed, ${rotation.unreadable} unreadable`
    : 'never rotated';
}

function report(status: KeyStatus): string {
  const parts = status.parts.map(({ sealed, keys, more, share }) => {
    const rows = keys.map(
      ({ keyId, rows, readable }) => `${keyId || 'no key'} ${rows}${readable ? '' : ' (UNREADABLE)'}`,
    );
    return `  ${sealed.padEnd(34)} ${percent(share).padStart(7)}  ${rows.join(', ')}${more ? ', and more' : ''}`;
  });
  return [
    `seals: ${status.sealing}; opens: ${status.opening.join(', ')}`,
    ...parts,
    progress(status),
    `may leave DATA_KEYS: ${status.removable.join(', ') || 'none'}`,
  ].join('\n');
}

main().catch((error: unknown) => {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exit(1);
});
