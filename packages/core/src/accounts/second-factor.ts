import type { Context } from '../kernel/context.ts';
import type { Person } from './person.ts';
import { hashRecoveryCode } from './recovery-code.ts';
import { matchingStep } from './totp.ts';
import { takeRecoveryCode, takeStep, totpPlace } from './totp-store.ts';

/** Uses up a code of the authenticator or a recovery code; undefined when it is neither, or was used before. */
export async function useCode(ctx: Context, person: Person, code: string): Promise<'totp' | 'recovery' | undefined> {
  const now = ctx.now();
  const digits = code.replace(/\s/g, '');
  if (/^\d{6}$/.test(digits)) {
    const step = matchingStep(openSecret(ctx, person), digits, now);
    return step !== undefined && (await takeStep(ctx, person, step)) ? 'totp' : undefined;
  }
  return (await takeRecoveryCode(ctx, person, hashRecoveryCode(person, code), now)) ? 'recovery' : undefined;
}

/** Call it where there is a secret. */
export function openSecret({ ports }: Pick<Context, 'ports'>, person: Person): Buffer {
  if (!person.totpSecretEnc) throw new Error(`${person.realm} ${person.id} has no second factor`);
  return ports.cipher.open(person.totpSecretEnc, totpPlace(person));
}
