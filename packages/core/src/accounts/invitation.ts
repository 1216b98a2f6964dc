import { MERCHANT_ROLES } from '../kernel/access.ts';
import { asLocale, type Locale } from '../kernel/locale.ts';
import { ROLE_LABELS } from '../notifications/index.ts';
import { addressee, type Mailing, mailLink } from './account-mails.ts';
import { inviterOf } from './colleague-store.ts';
import type { MerchantPerson } from './person.ts';

/** Who invites owners. */
const THE_PLATFORM: Record<Locale, string> = { 'zh-CN': '平台', en: 'The platform' };

/** Mails the invitation with a fresh link; false when too many have gone out this hour. */
export async function mailInvitation(ctx: Mailing, person: MerchantPerson): Promise<boolean> {
  const role = MERCHANT_ROLES.find((one) => one === person.role) ?? 'VIEWER';
  const params = {
    inviter: role === 'OWNER' ? THE_PLATFORM[asLocale(person.locale)] : await inviterOf(ctx, person.id),
    company: person.companyName,
    role: ROLE_LABELS[asLocale(person.locale)][role],
  };
  return mailLink(ctx, addressee(person), { kind: 'account.invited', purpose: 'INVITE', params });
}
