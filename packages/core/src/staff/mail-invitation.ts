import { createLink } from '../accounts/index.ts';
import { actorName } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { asLocale } from '../kernel/locale.ts';
import { mailQueue, queueMails } from '../notifications/index.ts';
import { ROLE_NAMES } from './role-names.ts';

interface Invited {
  id: number;
  name: string;
  email: string;
  roles: readonly string[];
  locale: string;
}

/** Mails the code and a link that opens it in the desktop app; a code mailed before stops working. */
export async function mailInvitation(ctx: Context, person: Invited): Promise<void> {
  const code = await createLink(ctx, { purpose: 'INVITE', realm: 'staff', subjectId: person.id });
  const locale = asLocale(person.locale);
  const names: Record<string, string> = ROLE_NAMES[locale];
  await queueMails(mailQueue(ctx, ctx.db, ctx.emit), [
    {
      kind: 'staff.invited',
      dedupKey: `${person.id}:${crypto.randomUUID()}`,
      recipient: person.email,
      locale,
      merchantId: null,
      alertRef: null,
      params: {
        name: person.name,
        inviter: actorName(ctx.actor),
        roles: person.roles.map((role) => names[role] ?? role).join(locale === 'zh-CN' ? '、' : ', '),
        server: ctx.ports.publicUrl,
      },
      secret: { code, link: `forewarn://accept-invitation/${code}` },
    },
  ]);
}
