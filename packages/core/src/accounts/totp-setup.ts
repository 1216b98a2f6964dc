import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { commit } from '../kernel/commit.ts';
import { appError } from '../kernel/errors.ts';
import { effect, query } from '../kernel/operation.ts';
import { isoOrNull } from '../kernel/time.ts';
import { mailQueue } from '../notifications/index.ts';
import { confirmCode, confirmIdentity, keeperOfSecrets, self } from './confirm-identity.ts';
import { RecoveryCodes, SecurityState, TotpConfirm, TotpSecret, TotpStart } from './model.ts';
import { queueNotice } from './notices.ts';
import { hasTotp, isExternal } from './person.ts';
import { hashRecoveryCode, newRecoveryCode, RECOVERY_CODES } from './recovery-code.ts';
import { forgetSession } from './resolve-actor.ts';
import { base32, otpauthUri } from './totp.ts';
import { keepSecret, recoveryCodesLeft, replaceRecoveryCodes, setTotp, totpPlace } from './totp-store.ts';

export const securityState = query('auth.security', {
  permission: 'signed-in',
  summary: 'Shows how one’s own account is protected.',
  input: z.object({}),
  output: SecurityState,
}).run(async (ctx) => {
  const person = await self(ctx);
  return {
    totpEnabled: hasTotp(person),
    totpEnabledTime: isoOrNull(person.totpEnabledTime),
    totpRequired: person.realm === 'staff' && person.totpRequired && !isExternal(person),
    recoveryCodesLeft: hasTotp(person) ? await recoveryCodesLeft(ctx, person) : 0,
    external: isExternal(person),
  };
});

/** 160 bits, as RFC 4226 asks for SHA-1. Starting again replaces a secret that was never confirmed. Errors: `PASSWORD_WRONG`, `TOTP_ALREADY_ON`. */
export const startTotp = effect('auth.totp.start', {
  permission: 'signed-in',
  whileSuspended: true,
  summary:
    'Begins to set up two-step verification: a secret for the authenticator app, in force once a code confirms it.',
  input: TotpStart,
  output: TotpSecret,
  secret: ['password'],
}).run(async (ctx, { password }) => {
  const person = await keeperOfSecrets(ctx);
  if (hasTotp(person)) throw appError('TOTP_ALREADY_ON');
  await confirmIdentity(ctx, person, { password });
  const secret = randomBytes(20);
  const sealed = ctx.ports.cipher.seal(secret, totpPlace(person));
  if (!(await keepSecret(ctx, person, sealed, ctx.now()))) throw appError('TOTP_ALREADY_ON');
  return { secret: base32(secret), uri: otpauthUri(secret, person.email) };
});

/**
 * Shows the recovery codes this once. Wrong codes count like wrong passwords of somebody who is asked again. Errors: `CODE_WRONG`,
 * `TOTP_ALREADY_ON`, `TOTP_NOT_STARTED`.
 */
export const confirmTotp = effect('auth.totp.confirm', {
  permission: 'signed-in',
  whileSuspended: true,
  summary:
    'Turns two-step verification on with a code of the authenticator; answers ten recovery codes, shown this once.',
  input: TotpConfirm,
  output: RecoveryCodes,
  secret: ['code'],
}).run(async (ctx, { code }) => {
  const person = await keeperOfSecrets(ctx);
  if (hasTotp(person)) throw appError('TOTP_ALREADY_ON');
  if (!person.totpSecretEnc) throw appError('TOTP_NOT_STARTED');
  await confirmCode(ctx, person, code);
  const recoveryCodes = Array.from({ length: RECOVERY_CODES }, newRecoveryCode);
  const hashes = recoveryCodes.map((one) => hashRecoveryCode(person, one));
  const now = ctx.now();
  const { ip, userAgent, country = '' } = ctx;
  await commit(ctx, async (tx, emit) => {
    await setTotp(tx, person, now, now);
    await replaceRecoveryCodes(tx, person, hashes, now);
    await queueNotice(mailQueue(ctx, tx, emit), ctx.ports, person, 'totp-on', { at: now, ip, userAgent, country });
  });
  ctx.afterCommit(() => forgetSession(ctx, person.sessionId));
  return { recoveryCodes };
});
