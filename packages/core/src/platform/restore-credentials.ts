import { confirmIdentity, keeperOfSecrets } from '../accounts/index.ts';
import { commit } from '../kernel/commit.ts';
import { effect } from '../kernel/operation.ts';
import { forgetCredentials } from './active-credentials.ts';
import { openBackup } from './backup-file.ts';
import { enterCredential } from './enter-credential.ts';
import { CredentialRestore, CredentialRestored } from './model.ts';

/**
 * Makes the values of a backup the current ones, all or none, as if each had been entered: a key that is replaced still verifies pushes for a
 * week, a value that is current already stays as it is, and kinds that aren't in the file are left alone. Errors: `PASSWORD_WRONG`,
 * `CODE_WRONG`, `SIGN_IN_ELSEWHERE`, `CREDENTIAL_BACKUP_UNREADABLE`.
 */
export const restoreCredentials = effect('credentials.restore', {
  permission: 'credential:backup',
  summary:
    'Puts the interface credentials of a backup file back in force; asks for its passphrase and one’s own password.',
  input: CredentialRestore,
  output: CredentialRestored,
  secret: ['content', 'passphrase', 'password', 'code'],
  rate: 'export',
  allowlist: 'credentials',
}).run(async (ctx, { content, passphrase, password, code }) => {
  const person = await keeperOfSecrets(ctx);
  ctx.audit({ targetType: 'credential', targetId: '' });
  await confirmIdentity(ctx, person, { password, code });
  const { createdTime, credentials } = await openBackup(ctx, content, passphrase);
  const entered = await commit(ctx, async (db) => {
    const results = [];
    for (const one of credentials) {
      results.push({ kind: one.kind, ...(await enterCredential({ ...ctx, db }, one)) });
    }
    return results;
  });
  forgetCredentials(ctx);
  const results = entered.map(
    ({ kind, unchanged }) => ({ kind, result: unchanged ? 'UNCHANGED' : 'RESTORED' }) as const,
  );
  const changed = entered.filter(({ unchanged }) => !unchanged);
  ctx.audit({
    detail: {
      backupTime: createdTime,
      restored: changed.map(({ kind }) => kind),
      kept: entered.filter(({ unchanged }) => unchanged).map(({ kind }) => kind),
    },
    // Hints: what a value looks like, never the value.
    before: Object.fromEntries(changed.map(({ kind, former }) => [kind, former[0]?.hint ?? null])),
    after: Object.fromEntries(changed.map(({ kind, row }) => [kind, row.hint])),
  });
  return { backupTime: createdTime, results };
});
