import { command } from '../kernel/operation.ts';
import { normalizeEmail } from './identifier.ts';
import { isUnconfirmed, mailActivation } from './known-address.ts';
import { Done, EmailInput } from './model.ts';
import { findUser } from './person-store.ts';

/** Sends the activation link again to whom it still serves; the answer and its time are the same for every address. */
export const resendActivation = command('auth.resendActivation', {
  permission: 'public',
  summary: 'Sends the activation mail again, if the address waits for one. The answer is the same for every address.',
  input: EmailInput,
  output: Done,
  evenTime: true,
}).run(async (ctx, { email }) => {
  const person = await findUser(ctx, { kind: 'email', value: normalizeEmail(email) });
  if (person && isUnconfirmed(person)) {
    ctx.audit({ targetType: 'merchant', targetId: person.merchantId });
    await mailActivation(ctx, person);
  }
  return { done: true };
});
