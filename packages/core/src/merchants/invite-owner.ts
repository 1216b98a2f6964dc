import { createLink } from '../accounts/index.ts';
import type { Context } from '../kernel/context.ts';
import { asLocale } from '../kernel/locale.ts';
import { mailQueue, queueMails } from '../notifications/index.ts';

interface Owner {
  id: number;
  name: string;
  email: string;
  locale: string;
  passwordHash: string | null;
}

/**
 * Mails the owner of a merchant that isn't active yet: one who has no password sets it by the link (invitation), one who registered alone
 * confirms the address. The link before it stops working.
 */
export async function inviteOwner(ctx: Context, merchant: { id: number; companyName: string }, owner: Owner) {
  const invited = owner.passwordHash === null;
  const token = await createLink(ctx, {
    purpose: invited ? 'INVITE' : 'ACTIVATE',
    realm: 'merchant',
    subjectId: owner.id,
  });
  const page = invited ? 'accept-invitation' : 'activate';
  await queueMails(mailQueue(ctx, ctx.db, ctx.emit), [
    {
      kind: invited ? 'merchant.invited' : 'merchant.activate',
      dedupKey: `${owner.id}:${crypto.randomUUID()}`,
      recipient: owner.email,
      locale: asLocale(owner.locale),
      merchantId: merchant.id,
      alertRef: null,
      params: { company: merchant.companyName, name: owner.name },
      secret: { link: `${ctx.ports.publicUrl}/${page}?token=${token}` },
    },
  ]);
}
