import { systemActor } from '@forewarn/core/kernel/actor';
import type { Core } from '@forewarn/core/kernel/context';
import { execute } from '@forewarn/core/kernel/execute';
import { updateCredential } from '@forewarn/core/platform';
import { buildCard, buildMerchant, buildStaff } from '@forewarn/core/testing';
import { ConfigError, EX_CONFIG, readConfig } from './config.ts';
import { createDeps } from './deps.ts';
import { createLog } from './log.ts';
import { CARDS, MERCHANT, PROVIDER, SECOND_CARDS, SECOND_MERCHANT, STAFF } from './seed-data.ts';

/**
 * Demo data for one machine; running it again adds nothing. Prints one JSON line: `{accounts, provider}`.
 * Refused in production: everybody knows these passwords.
 */
async function main(): Promise<void> {
  const config = readConfig();
  if (config.production) throw new ConfigError('Refused: demo data has passwords that everybody knows.');
  const deps = createDeps(config, createLog(config, 'seed'));
  try {
    const { core } = deps;
    await enterCredentials(core, config.seedApiEndpoint);
    for (const person of Object.values(STAFF)) await ensureStaff(core, person);
    await ensureMerchant(core, MERCHANT, CARDS);
    await ensureMerchant(core, SECOND_MERCHANT, SECOND_CARDS);
  } finally {
    await deps.close();
  }
  const account = ({ email, password }: { email: string; password: string }) => ({ account: email, password });
  const accounts = {
    systemAdmin: account(STAFF.systemAdmin),
    platformAdmin: account(STAFF.platformAdmin),
    sales: account(STAFF.sales),
    merchant: account(MERCHANT),
  };
  console.log(JSON.stringify({ accounts, provider: PROVIDER }));
}

async function enterCredentials(core: Core, endpoint: string | undefined): Promise<void> {
  const caller = {
    actor: systemActor('seed'),
    requestId: crypto.randomUUID(),
    ip: '',
    userAgent: '',
    locale: 'en',
  } as const;
  const values = {
    MERCHANT_NO: PROVIDER.merchantNo,
    SIGN_KEY: PROVIDER.signKey,
    WEBHOOK_SECRET: PROVIDER.webhookSecret,
    ...(endpoint !== undefined && { API_ENDPOINT: endpoint }),
  };
  for (const [kind, value] of Object.entries(values)) await execute(core, caller, updateCredential, { kind, value });
}

async function ensureStaff({ db, ports, now }: Core, person: (typeof STAFF)['sales']): Promise<void> {
  const known = await db.selectFrom('staffUsers').select('id').where('email', '=', person.email).executeTakeFirst();
  if (known) return;
  const { password, ...rest } = person;
  await buildStaff(db, { ...rest, passwordHash: await ports.passwords.hash(password), createdTime: now() });
}

async function ensureMerchant(
  { db, ports, now }: Core,
  merchant: typeof MERCHANT,
  cards: readonly { descriptor: string; cardBin: string; caid: string; status: 'REGISTERED' | 'PENDING' }[],
): Promise<void> {
  const known = await db.selectFrom('merchants').select('id').where('email', '=', merchant.email).executeTakeFirst();
  if (known) return;
  const { password, ...rest } = merchant;
  const passwordHash = await ports.passwords.hash(password);
  const { id, email } = await buildMerchant(db, { ...rest, passwordHash, createdTime: now() });
  for (const card of cards) await buildCard(db, { ...card, merchantId: id, notifyEmail: email, createdTime: now() });
}

main().catch((error: unknown) => {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exit(error instanceof ConfigError ? EX_CONFIG : 1);
});
