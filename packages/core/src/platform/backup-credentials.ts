import { confirmIdentity, keeperOfSecrets } from '../accounts/index.ts';
import { appError } from '../kernel/errors.ts';
import { effect } from '../kernel/operation.ts';
import { credentialPlace } from './active-credentials.ts';
import { sealBackup } from './backup-file.ts';
import { CredentialBackup, CredentialBackupFile } from './model.ts';
import { credentialRows } from './store.ts';

/**
 * The current credentials of all kinds as a file that opens with the passphrase alone. Errors: `PASSWORD_WRONG`, `CODE_WRONG`,
 * `SIGN_IN_ELSEWHERE`, `CREDENTIAL_BACKUP_EMPTY`.
 */
export const backupCredentials = effect('credentials.backup', {
  permission: 'credential:backup',
  summary: 'Gives the current interface credentials as a file locked with a passphrase; asks for one’s own password.',
  input: CredentialBackup,
  output: CredentialBackupFile,
  secret: ['passphrase', 'password', 'code'],
  rate: 'export',
  allowlist: 'credentials',
}).run(async (ctx, { passphrase, password, code }) => {
  const person = await keeperOfSecrets(ctx);
  ctx.audit({ targetType: 'credential', targetId: '' });
  await confirmIdentity(ctx, person, { password, code });
  const current = (await credentialRows(ctx)).filter(({ activeUntil }) => activeUntil === null);
  if (current.length === 0) throw appError('CREDENTIAL_BACKUP_EMPTY');
  const credentials = current.map(({ kind, keyId, valueEnc }) => ({
    kind,
    value: ctx.ports.cipher.open(valueEnc, credentialPlace(keyId)).toString('utf8'),
  }));
  const content = await sealBackup(ctx, credentials, passphrase);
  ctx.audit({ detail: { inBackup: Object.fromEntries(current.map(({ kind, hint }) => [kind, hint])) } });
  const fileName = `forewarn-credentials-${ctx.now().toISOString().slice(0, 10)}.json`;
  return { fileName, contentType: 'application/json', content };
});
