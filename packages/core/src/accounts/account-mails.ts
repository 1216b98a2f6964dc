import type { Context } from '../kernel/context.ts';
import { asLocale, type Locale } from '../kernel/locale.ts';
import { after, HOUR } from '../kernel/time.ts';
import { type MailKind, mailQueue, type NewMail, queueMails } from '../notifications/index.ts';
import { countLinks } from './link-store.ts';
import { createLink, hashLink, LINK_LIFETIME } from './links.ts';
import type { LinkPurpose, Realm } from './model.ts';
import type { Person } from './person.ts';

export type Mailing = Pick<Context, 'db' | 'ports' | 'now' | 'emit'>;

export interface Addressee {
  realm: Realm;
  id: number;
  name: string;
  email: string;
  locale: Locale;
  merchantId: number | null;
}

export function addressee(person: Person): Addressee {
  const { realm, id, email } = person;
  const merchantId = person.realm === 'merchant' ? person.merchantId : null;
  return { realm, id, email, name: person.name || email, locale: asLocale(person.locale), merchantId };
}

/** Where each link leads in the web app; the token is added. */
const PAGES: Record<LinkPurpose, string> = {
  ACTIVATE: '/activate',
  RESET: '/reset',
  INVITE: '/accept-invitation',
  EMAIL: '/confirm-email',
};
const LINKS_AN_HOUR = 5;

/** Where somebody goes who has been told of a change that wasn't theirs. */
export function resetPage({ ports }: Pick<Context, 'ports'>, { realm }: { realm: Realm }): string {
  return `${ports.publicUrl}/forgot${realm === 'staff' ? '?realm=staff' : ''}`;
}

interface LinkMail {
  kind: MailKind;
  purpose: LinkPurpose;
  params?: Record<string, string>;
  /** What the link carries. */
  data?: Record<string, string>;
  /** Another address than the person's own. */
  recipient?: string;
}

/**
 * Mails a fresh link; older ones of its kind end. At most five an hour to one person, so that nobody's mailbox can be flooded by
 * whoever knows the address; then nothing is sent, the last link stays good, and the answer is false.
 */
export async function mailLink(ctx: Mailing, to: Addressee, mail: LinkMail): Promise<boolean> {
  const { purpose, kind, data } = mail;
  const subject = { realm: to.realm, subjectId: to.id, purpose };
  const now = ctx.now();
  if ((await countLinks(ctx, subject, after(now, -HOUR))) >= LINKS_AN_HOUR) return false;
  const token = await createLink(ctx, { ...subject, ...(data && { data }) });
  const url = `${ctx.ports.publicUrl}${PAGES[purpose]}?token=${token}`;
  const dedupKey = hashLink(token).toString('hex').slice(0, 40);
  await send(ctx, to, { ...mail, kind, dedupKey, secret: { url } }, after(now, LINK_LIFETIME[purpose]));
  return true;
}

interface Notice {
  kind: MailKind;
  params?: Record<string, string>;
  recipient?: string;
  /** Said once under this key for ever; absent: said each time. */
  onceFor?: string;
}

/** Mails that something has happened to the account. */
export async function mailNotice(ctx: Mailing, to: Addressee, { onceFor, ...notice }: Notice): Promise<void> {
  await send(ctx, to, { ...notice, dedupKey: `${to.realm}:${to.id}:${onceFor ?? crypto.randomUUID()}` });
}

async function send(
  ctx: Mailing,
  to: Addressee,
  mail: Pick<NewMail, 'kind' | 'dedupKey' | 'secret'> & { params?: Record<string, string>; recipient?: string },
  deadline?: Date,
): Promise<void> {
  const { kind, dedupKey, params, recipient = to.email, secret } = mail;
  const row: NewMail = {
    kind,
    dedupKey,
    recipient,
    locale: to.locale,
    merchantId: to.merchantId,
    alertRef: null,
    params: { name: to.name, ...params },
    ...(secret && { secret }),
  };
  await queueMails(mailQueue(ctx, ctx.db, ctx.emit), [row], deadline);
}
