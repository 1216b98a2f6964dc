import type { Context } from '../kernel/context.ts';
import { asLocale } from '../kernel/locale.ts';
import { mailQueue, queueMails } from '../notifications/index.ts';

interface Told {
  id: number;
  companyName: string;
  contactPerson: string;
  email: string;
  locale: string;
}

/** Tells the merchant that its account was suspended, restored or closed; the reason is the operator's and stays with it. */
export async function mailStatus(
  ctx: Context,
  merchant: Told,
  kind: 'merchant.suspended' | 'merchant.restored' | 'merchant.closed',
): Promise<void> {
  await queueMails(mailQueue(ctx, ctx.db, ctx.emit), [
    {
      kind,
      dedupKey: `${merchant.id}:${ctx.requestId}`.slice(0, 160),
      recipient: merchant.email,
      locale: asLocale(merchant.locale),
      merchantId: merchant.id,
      alertRef: null,
      params: { company: merchant.companyName, name: merchant.contactPerson, loginUrl: ctx.ports.publicUrl },
    },
  ]);
}
