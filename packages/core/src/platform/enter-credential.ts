import { actorRef } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { after, HOUR } from '../kernel/time.ts';
import { credentialPlace } from './active-credentials.ts';
import { credentialHint } from './credential-view.ts';
import type { CredentialKind } from './model.ts';
import { credentialRows, insertCredential, lockCredentials } from './store.ts';

/** Kinds that verify pushes: a replaced one stays valid for a while. */
export function overlaps(kind: CredentialKind): boolean {
  return kind === 'SIGN_KEY' || kind === 'WEBHOOK_SECRET';
}

/**
 * Makes a value the current one of its kind, within the caller's transaction; it is the caller's part to forget the cache once that has
 * committed. The current value again changes nothing. `former` are those that were current before.
 */
export async function enterCredential(
  ctx: Context,
  { kind, value, overlapHours }: { kind: CredentialKind; value: string; overlapHours: number },
) {
  const now = ctx.now();
  await lockCredentials(ctx, now);
  const former = (await credentialRows(ctx)).filter((row) => row.kind === kind && row.activeUntil === null);
  const same = former.find(
    (row) => ctx.ports.cipher.open(row.valueEnc, credentialPlace(row.keyId)).toString('utf8') === value,
  );
  if (same) return { unchanged: true, row: same, former };
  const keyId = `${kind.toLowerCase().replaceAll('_', '-')}-${crypto.randomUUID().slice(0, 8)}`;
  const row = { kind, keyId, hint: credentialHint(kind, value), createdBy: actorRef(ctx.actor) };
  const formerUntil = overlaps(kind) ? after(now, overlapHours * HOUR) : now;
  const valueEnc = ctx.ports.cipher.seal(value, credentialPlace(keyId));
  const id = await insertCredential(ctx, { ...row, valueEnc, now, formerUntil });
  return { unchanged: false, row: { ...row, id, activeFrom: now, activeUntil: null, lastUsedTime: null }, former };
}
