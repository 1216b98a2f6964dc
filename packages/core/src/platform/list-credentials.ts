import { z } from 'zod';
import { actorNames } from '../accounts/index.ts';
import { query } from '../kernel/operation.ts';
import { toCredential } from './credential-view.ts';
import { CredentialList } from './model.ts';
import { credentialRows } from './store.ts';

/** Looking is audited too. */
export const listCredentials = query('credentials.list', {
  permission: 'credential:view',
  summary: 'Lists the interface credentials, current and replaced, with their values masked.',
  input: z.object({}),
  output: CredentialList,
  allowlist: 'credentials',
}).run(async (ctx) => {
  const rows = await credentialRows(ctx);
  ctx.audit({ targetType: 'credential' });
  const names = await actorNames(
    ctx,
    rows.map(({ createdBy }) => createdBy),
  );
  return { records: rows.map((row) => toCredential(row, names)) };
});
