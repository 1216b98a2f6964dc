import type { Context } from '../kernel/context.ts';
import { asLocale } from '../kernel/locale.ts';
import { inZone } from '../kernel/time.ts';
import { type AccountNotice, type MailQueue, mailQueue, queueMails } from '../notifications/index.ts';
import type { Ports } from '../ports/index.ts';
import { deviceWords } from './device-name.ts';
import type { Person } from './person.ts';
import { findPerson } from './person-store.ts';

export interface NoticeFacts {
  at: Date;
  ip: string;
  userAgent: string;
  country: string;
}

/** Tells the owner of an account what happened to it: when, where from, by which device, and what to do if it wasn't them. */
export async function queueNotice(
  queue: MailQueue,
  { publicUrl }: Pick<Ports, 'publicUrl'>,
  person: Pick<Person, 'realm' | 'id' | 'email' | 'locale'> & { merchantId?: number },
  notice: AccountNotice,
  { at, ip, userAgent, country }: NoticeFacts,
): Promise<void> {
  const dedupKey = `${person.realm}.${person.id}.${at.getTime()}`;
  await queueMails(queue, [
    {
      kind: `account.${notice}`,
      dedupKey,
      recipient: person.email,
      locale: asLocale(person.locale),
      merchantId: person.merchantId ?? null,
      alertRef: null,
      params: {
        when: inZone(at, 'Asia/Shanghai'),
        where: country === '' ? ip : `${ip} (${country})`,
        device: deviceWords(userAgent),
        settings: person.realm === 'merchant' ? `${publicUrl}/security` : 'Forewarn Desktop',
      },
    },
  ]);
}

/**
 * The same from a command: `await announceNotice(ctx, person, 'password-changed')`. `to` is another address than the account's (the old
 * one, after a change).
 */
export async function announceNotice(
  ctx: Context,
  who: Person | { realm: Person['realm']; id: number },
  notice: AccountNotice,
  to?: string,
): Promise<void> {
  const person = 'email' in who ? who : await findPerson(ctx, who.realm, who.id);
  if (!person) return;
  const { ip, userAgent, country = '' } = ctx;
  const queue = mailQueue(ctx, ctx.db, ctx.emit);
  await queueNotice(queue, ctx.ports, to ? { ...person, email: to } : person, notice, {
    at: ctx.now(),
    ip,
    userAgent,
    country,
  });
}
