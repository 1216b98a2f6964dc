import type { Context } from '../kernel/context.ts';
import { appError } from '../kernel/errors.ts';
import { effect } from '../kernel/operation.ts';
import { guardIsLocked } from './guard-store.ts';
import { readIdentifier } from './identifier.ts';
import { LoginInput, type Realm, SignedIn } from './model.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { hasTotp, isLocalAdmin, maySignIn, type Person } from './person.ts';
import { findPerson } from './person-store.ts';
import { remoteLogin } from './remote-login.ts';
import { useCode } from './second-factor.ts';
import { sessionEnd } from './session-rules.ts';
import { attemptOf, letIn, refuse } from './sign-in-attempt.ts';

/**
 * Signs in by e-mail or phone. An unknown account, a wrong password, a locked account and one that may not sign in get the same
 * answer at the same cost: one password check, one counted failure. Only who knows the password hears that a code is needed. An
 * `effect`, because the count must be committed although the sign-in is refused. Where staff sign in at the operator's own service, they
 * are sent there (C-251). Errors: `INVALID_CREDENTIALS`, `TOTP_REQUIRED`, `TOTP_INVALID`, `SIGN_IN_REFUSED`, `SIGN_IN_SERVICE_AWAY`.
 */
export const login = effect('auth.login', {
  permission: 'public',
  summary:
    'Signs in by e-mail or phone; three failures in a row lock the account for 30 minutes. `TOTP_REQUIRED`: send it again with `code`.',
  input: LoginInput,
  output: SignedIn,
  secret: ['password', 'code'],
  rate: 'login',
}).run(async (ctx, { account, password, realm, remember, code }) => {
  const identifier = readIdentifier(account);
  const person = await findPerson(ctx, realm, identifier);
  const service = serviceFor(ctx, realm, person);
  if (service) return remoteLogin(ctx, service, { account, password, remember });
  const attempt = await attemptOf(ctx, realm, person, identifier);
  const { guard } = attempt;

  return oneAtATime(guard.accountKey.toString('hex'), async () => {
    const locked = await guardIsLocked(ctx, guard, ctx.now());
    const right = await checkPassword(ctx, locked ? undefined : person, password);
    if (!person || !right) return refuse(ctx, attempt, 'INVALID_CREDENTIALS');
    const factor = await secondFactor(ctx, person, code);
    if (!factor) return refuse(ctx, attempt, 'TOTP_INVALID');
    const expires = sessionEnd(remember, ctx.now());
    return letIn(ctx, { ...attempt, person }, { id: crypto.randomUUID(), remember, expires, factor });
  });
});

/** The service that decides about this sign-in; undefined: we do. */
function serviceFor({ ports }: Pick<Context, 'ports'>, realm: Realm, person: Person | undefined) {
  const how = ports.staffSignIn;
  if (realm === 'merchant' || how.mode === 'LOCAL') return undefined;
  return how.localAdmins && person && isLocalAdmin(person) ? undefined : how.service;
}

/** One hash is computed whatever happens, so that time tells nothing. */
function checkPassword(ctx: Context, person: Person | undefined, password: string): Promise<boolean> {
  if (!person?.passwordHash || !maySignIn(person)) return ctx.ports.passwords.verifyNothing(password);
  return ctx.ports.passwords.verify(person.passwordHash, password);
}

/** Undefined when the code is wrong. Asking for one is no failure: the password was right. */
async function secondFactor(ctx: Context, person: Person, code: string | undefined) {
  if (!hasTotp(person)) return 'none';
  if (code === undefined || code === '') throw appError('TOTP_REQUIRED');
  return useCode(ctx, person, code);
}
