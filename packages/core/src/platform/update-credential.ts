import { actorNames } from '../accounts/index.ts';
import { command } from '../kernel/operation.ts';
import { forgetCredentials } from './active-credentials.ts';
import { toCredential } from './credential-view.ts';
import { enterCredential, overlaps } from './enter-credential.ts';
import { Credential, CredentialUpdate } from './model.ts';

/**
 * Enters or replaces a credential. A replaced key still verifies pushes for `overlapHours`; a replaced merchant number or
 * address ends at once. Entering the current value again changes nothing, so that it is safe to repeat.
 */
export const updateCredential = command('credentials.update', {
  permission: 'credential:update',
  summary:
    'Enters an interface credential or replaces the current one; a replaced key stays valid for pushes for a while.',
  input: CredentialUpdate,
  output: Credential,
  secret: ['value'],
  allowlist: 'credentials',
}).run(async (ctx, input) => {
  const { kind, overlapHours } = input;
  const { unchanged, row, former } = await enterCredential(ctx, input);
  if (unchanged) ctx.audit({ targetType: 'credential', targetId: row.keyId, detail: { kind, unchanged } });
  else {
    ctx.audit({
      targetType: 'credential',
      targetId: row.keyId,
      detail: { kind, replaced: former.map((one) => one.keyId), ...(overlaps(kind) && { overlapHours }) },
      // Hints: what a value looks like, never the value.
      before: { keyId: former[0]?.keyId ?? null, value: former[0]?.hint ?? null },
      after: { keyId: row.keyId, value: row.hint },
    });
    ctx.afterCommit(() => forgetCredentials(ctx));
  }
  return toCredential(row, await actorNames(ctx, [row.createdBy]));
});
