import { actorNames } from '../accounts/index.ts';
import { actorRef } from '../kernel/actor.ts';
import { command } from '../kernel/operation.ts';
import { after, HOUR } from '../kernel/time.ts';
import { credentialPlace, forgetCredentials } from './active-credentials.ts';
import { credentialHint, toCredential } from './credential-view.ts';
import { Credential, CredentialUpdate } from './model.ts';
import { credentialRows, insertCredential, lockCredentials } from './store.ts';

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
}).run(async (ctx, { kind, value, overlapHours }) => {
  await lockCredentials(ctx, ctx.now());
  const former = (await credentialRows(ctx)).filter((row) => row.kind === kind && row.activeUntil === null);
  const same = former.find(
    (row) => ctx.ports.cipher.open(row.valueEnc, credentialPlace(row.keyId)).toString('utf8') === value,
  );
  if (same) {
    ctx.audit({ targetType: 'credential', targetId: same.keyId, detail: { kind, unchanged: true } });
    return toCredential(same, await actorNames(ctx, [same.createdBy]));
  }
  const now = ctx.now();
  const overlaps = kind === 'SIGN_KEY' || kind === 'WEBHOOK_SECRET';
  const keyId = `${kind.toLowerCase().replaceAll('_', '-')}-${crypto.randomUUID().slice(0, 8)}`;
  const row = {
    kind,
    keyId,
    hint: credentialHint(kind, value),
    createdBy: actorRef(ctx.actor),
  };
  const formerUntil = overlaps ? after(now, overlapHours * HOUR) : now;
  const valueEnc = ctx.ports.cipher.seal(value, credentialPlace(keyId));
  const id = await insertCredential(ctx, { ...row, valueEnc, now, formerUntil });
  ctx.audit({
    targetType: 'credential',
    targetId: keyId,
    detail: { kind, replaced: former.map((one) => one.keyId), ...(overlaps && { overlapHours }) },
    // Hints: what a value looks like, never the value.
    before: { keyId: former[0]?.keyId ?? null, value: former[0]?.hint ?? null },
    after: { keyId, value: row.hint },
  });
  ctx.afterCommit(() => forgetCredentials(ctx));
  const names = await actorNames(ctx, [row.createdBy]);
  return toCredential({ ...row, id, activeFrom: now, activeUntil: null, lastUsedTime: null }, names);
});
