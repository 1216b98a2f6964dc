import { HOUR } from '../kernel/time.ts';
import { addressee, type Mailing, mailLink, mailNotice } from './account-mails.ts';
import { mailInvitation } from './invitation.ts';
import type { MerchantPerson } from './person.ts';

/**
 * What the holder of a known address hears when somebody has used it to register: who has not confirmed yet gets the link again, who is
 * invited the invitation, everybody else that there is an account (once an hour at most). The page answers as for an unknown one.
 */
export async function tellKnownAddress(ctx: Mailing, person: MerchantPerson): Promise<void> {
  if (isUnconfirmed(person)) await mailActivation(ctx, person);
  else if (person.status === 'INVITED') await mailInvitation(ctx, person);
  else {
    const hour = Math.floor(ctx.now().getTime() / HOUR);
    const params = { url: `${ctx.ports.publicUrl}/login` };
    await mailNotice(ctx, addressee(person), { kind: 'account.exists', params, onceFor: String(hour) });
  }
}

export async function mailActivation(ctx: Mailing, person: MerchantPerson): Promise<void> {
  const params = { company: person.companyName };
  await mailLink(ctx, addressee(person), { kind: 'account.activate', purpose: 'ACTIVATE', params });
}

/** Registered, and the address not confirmed yet. */
export function isUnconfirmed(person: MerchantPerson): boolean {
  return person.merchantStatus === 'PENDING' && person.role === 'OWNER' && person.status === 'ACTIVE';
}
