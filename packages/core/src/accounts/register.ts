import type { z } from 'zod';
import type { Context } from '../kernel/context.ts';
import { command } from '../kernel/operation.ts';
import { checkPassword } from './check-password.ts';
import { normalizeEmail } from './identifier.ts';
import { isUnconfirmed, mailActivation, tellKnownAddress } from './known-address.ts';
import { Done, RegisterInput } from './model.ts';
import { setPasswordHash } from './password-store.ts';
import type { MerchantPerson } from './person.ts';
import { findUser } from './person-store.ts';
import { correctRegistration, insertRegistration } from './registration-store.ts';

type Input = z.output<typeof RegisterInput>;

/**
 * Registers a merchant with its owner: PENDING until the mailed link is opened. A known address gets the same answer in
 * the same time; its holder gets a mail instead, and nothing a stranger wrote replaces what is there. Why it is done this way:
 * decision 0036.
 */
export const register = command('auth.register', {
  permission: 'public',
  summary: 'Registers a merchant; the mailed link activates it. The answer is the same for a known address.',
  input: RegisterInput,
  output: Done,
  evenTime: true,
  secret: ['password'],
}).run(async (ctx, input) => {
  const email = normalizeEmail(input.email);
  checkPassword(ctx, input.password, { email, companyName: input.companyName });
  const known = await findUser(ctx, { kind: 'email', value: email });
  if (known) await registerAgain(ctx, known, input);
  else await registerNew(ctx, { ...input, email });
  return { done: true };
});

async function registerNew(ctx: Context, { password, timeZone = 'Asia/Shanghai', ...company }: Input): Promise<void> {
  const passwordHash = await ctx.ports.passwords.hash(password);
  const { locale } = ctx;
  const made = await insertRegistration(ctx, { ...company, passwordHash, locale, timeZone, now: ctx.now() });
  const person = await findUser(ctx, made?.userId ?? { kind: 'email', value: company.email });
  if (!person) return;
  ctx.audit({ targetType: 'merchant', targetId: person.merchantId, detail: { known: !made } });
  if (made) await mailActivation(ctx, person);
  else await tellKnownAddress(ctx, person);
}

/**
 * Before the address is confirmed anybody may have written it. Who knows the password chosen first corrects their own words; anybody
 * else's attempt voids that password, so that none but the mailbox's holder can choose one when activating.
 */
async function registerAgain(ctx: Context, known: MerchantPerson, input: Input): Promise<void> {
  ctx.audit({ targetType: 'merchant', targetId: known.merchantId, detail: { known: true } });
  const { passwords } = ctx.ports;
  if (!isUnconfirmed(known)) await passwords.verifyNothing(input.password);
  else if (known.passwordHash === null) await passwords.verifyNothing(input.password);
  else if (await passwords.verify(known.passwordHash, input.password)) {
    await correctRegistration(ctx, known, input, ctx.now());
    return mailActivation(ctx, { ...known, companyName: input.companyName, name: input.contactPerson });
  } else await setPasswordHash(ctx, known, null, ctx.now());
  await tellKnownAddress(ctx, known);
}
