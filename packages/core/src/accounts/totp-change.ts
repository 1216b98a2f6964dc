import { commit } from '../kernel/commit.ts';
import { appError } from '../kernel/errors.ts';
import { effect } from '../kernel/operation.ts';
import { mailQueue } from '../notifications/index.ts';
import { confirmIdentity, keeperOfSecrets } from './confirm-identity.ts';
import { Done, IdentityProof, RecoveryCodes } from './model.ts';
import { queueNotice } from './notices.ts';
import { hasTotp } from './person.ts';
import { hashRecoveryCode, newRecoveryCode, RECOVERY_CODES } from './recovery-code.ts';
import { forgetSession } from './resolve-actor.ts';
import { replaceRecoveryCodes, setTotp } from './totp-store.ts';

/** Errors: `PASSWORD_WRONG`, `CODE_WRONG`, `TOTP_ENFORCED` (a role asks for it). */
export const disableTotp = effect('auth.totp.disable', {
  permission: 'signed-in',
  whileSuspended: true,
  summary: 'Turns two-step verification off; asks for the password and a code.',
  input: IdentityProof,
  output: Done,
  secret: ['password', 'code'],
}).run(async (ctx, proof) => {
  const person = await keeperOfSecrets(ctx);
  if (!hasTotp(person)) return { done: true };
  if (person.realm === 'staff' && person.totpRequired) throw appError('TOTP_ENFORCED');
  await confirmIdentity(ctx, person, proof);
  const now = ctx.now();
  const { ip, userAgent, country = '' } = ctx;
  await commit(ctx, async (tx, emit) => {
    await setTotp(tx, person, null, now);
    await replaceRecoveryCodes(tx, person, [], now);
    await queueNotice(mailQueue(ctx, tx, emit), ctx.ports, person, 'totp-off', { at: now, ip, userAgent, country });
  });
  ctx.afterCommit(() => forgetSession(ctx, person.sessionId));
  return { done: true };
});

/** Errors: `PASSWORD_WRONG`, `CODE_WRONG`, `TOTP_NOT_STARTED`. */
export const renewRecoveryCodes = effect('auth.totp.renewCodes', {
  permission: 'signed-in',
  whileSuspended: true,
  summary: 'Makes ten new recovery codes; the former ones stop working. Asks for the password and a code.',
  input: IdentityProof,
  output: RecoveryCodes,
  secret: ['password', 'code'],
}).run(async (ctx, proof) => {
  const person = await keeperOfSecrets(ctx);
  if (!hasTotp(person)) throw appError('TOTP_NOT_STARTED');
  await confirmIdentity(ctx, person, proof);
  const recoveryCodes = Array.from({ length: RECOVERY_CODES }, newRecoveryCode);
  const hashes = recoveryCodes.map((one) => hashRecoveryCode(person, one));
  await commit(ctx, (tx) => replaceRecoveryCodes(tx, person, hashes, ctx.now()));
  return { recoveryCodes };
});
