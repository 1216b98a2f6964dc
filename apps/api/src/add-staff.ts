import { text } from 'node:stream/consumers';
import { createStaff } from '@forewarn/core/accounts';
import { systemActor } from '@forewarn/core/kernel/actor';
import { errorMessage } from '@forewarn/core/kernel/error-messages';
import { AppError } from '@forewarn/core/kernel/errors';
import { execute } from '@forewarn/core/kernel/execute';
import { ConfigError, readConfig } from './config.ts';
import { createDeps } from './deps.ts';
import { createLog } from './log.ts';

const USAGE = `Makes a staff account; the password is read from standard input, so that it stands in no shell history.
  node apps/api/src/add-staff.ts EMAIL NAME ROLE[,ROLE] < password-file
Roles: SYSTEM_ADMIN, PLATFORM_ADMIN, ADMIN, SALES_MANAGER, SALES`;

/** For the first accounts of a new installation; leaves an audit row like any other. */
async function main(): Promise<void> {
  const [email, name, roles] = process.argv.slice(2);
  if (!email || !name || !roles) throw new ConfigError(USAGE);
  const password = (await text(process.stdin)).replace(/\r?\n$/, '');
  const config = readConfig();
  const deps = createDeps(config, createLog({ ...config, logLevel: 'error' }, 'add-staff'));
  try {
    const caller = {
      actor: systemActor('add-staff'),
      requestId: crypto.randomUUID(),
      ip: '',
      userAgent: '',
      locale: 'en',
    } as const;
    const { id } = await execute(deps.core, caller, createStaff, { email, name, roles: roles.split(','), password });
    console.log(`Staff account ${id} was made: ${email}, ${roles}`);
  } finally {
    await deps.close();
  }
}

main().catch((error: unknown) => {
  const fields =
    error instanceof AppError ? (error.details?.fields ?? []).map(({ path, message }) => `  ${path}: ${message}`) : [];
  const words =
    error instanceof AppError
      ? [errorMessage(error.code, 'en'), ...fields].join('\n')
      : error instanceof ConfigError
        ? error.message
        : error;
  console.error(words);
  process.exit(1);
});
