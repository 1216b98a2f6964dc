import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { appError } from '../kernel/errors.ts';
import { command, effect, query } from '../kernel/operation.ts';
import { isoOrNull } from '../kernel/time.ts';
import { confirmIdentity, self, wrongField } from './confirm-identity.ts';
import { RecoveryCodes, SecurityState, TotpConfirm, TotpSecret, TotpStart } from './model.ts';
import { announceNotice } from './notices.ts';
import { hasTotp } from './person.ts';
import { hashRecoveryCode, newRecoveryCode, RECOVERY_CODES } from './recovery-code.ts';
import { forgetSession } from './resolve-actor.ts';
import { openSecret } from './second-factor.ts';
import { base32, matchingStep, otpauthUri } from './totp.ts';
import { keepSecret, recoveryCodesLeft, replaceRecoveryCodes, setTotp, takeStep, totpPlace } from './totp-store.ts';

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
    totpRequired: person.realm === 'staff' && person.totpRequired,
    recoveryCodesLeft: hasTotp(person) ? await recoveryCodesLeft(ctx, person) : 0,
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
  const person = await self(ctx);
  ctx.audit({ targetType: person.realm, targetId: person.id });
  await confirmIdentity(ctx, person, { password });
  const secret = randomBytes(20);
  const sealed = ctx.ports.cipher.seal(secret, totpPlace(person));
  if (!(await keepSecret(ctx, person, sealed, ctx.now()))) throw appError('TOTP_ALREADY_ON');
  return { secret: base32(secret), uri: otpauthUri(secret, person.email) };
});

/** Shows the recovery codes this once. Errors: `CODE_WRONG`, `TOTP_ALREADY_ON`, `TOTP_NOT_STARTED`. */
export const confirmTotp = command('auth.totp.confirm', {
  permission: 'signed-in',
  whileSuspended: true,
  summary:
    'Turns two-step verification on with a code of the authenticator; answers ten recovery codes, shown this once.',
  input: TotpConfirm,
  output: RecoveryCodes,
  secret: ['code'],
}).run(async (ctx, { code }) => {
  const person = await self(ctx);
  if (hasTotp(person)) throw appError('TOTP_ALREADY_ON');
  if (!person.totpSecretEnc) throw appError('TOTP_NOT_STARTED');
  const now = ctx.now();
  const step = matchingStep(openSecret(ctx, person), code.replace(/\s/g, ''), now);
  if (step === undefined || !(await takeStep(ctx, person, step))) throw wrongField(ctx, 'CODE_WRONG', 'code');
  await setTotp(ctx.db, person, now, now);
  const recoveryCodes = Array.from({ length: RECOVERY_CODES }, newRecoveryCode);
  const hashes = recoveryCodes.map((one) => hashRecoveryCode(person, one));
  await replaceRecoveryCodes(ctx.db, person, hashes, now);
  await announceNotice(ctx, person, 'totp-on');
  ctx.audit({ targetType: person.realm, targetId: person.id });
  ctx.afterCommit(() => forgetSession(ctx, person.sessionId));
  return { recoveryCodes };
});
