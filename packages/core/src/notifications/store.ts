import type { Db, Tx } from '@forewarn/db';
import { isDuplicateKey } from '@forewarn/db';
import { staffGrants } from '../accounts/index.ts';
import type { Permission } from '../kernel/access.ts';
import type { Locale } from '../kernel/locale.ts';
import { maskEmail } from '../kernel/mask.ts';
import type { Cipher } from '../ports/index.ts';
import type { MailKind } from './templates.ts';

type Executor = Db | Tx;

export interface NewMail {
  kind: MailKind;
  /** Unique per kind for ever. ASCII, at most 160. */
  dedupKey: string;
  recipient: string;
  locale: Locale;
  merchantId: number | null;
  alertRef: number | null;
  params: Record<string, string>;
  /** Links that sign in or reset: forgotten once the mail has gone. */
  secret?: Record<string, string>;
  /** Not before: outside the merchant's hours. */
  sendAfter?: Date | null;
}

export interface StoredMail extends NewMail {
  id: number;
  messageId: string;
}

/** What a mail's sealed contents are bound to. */
export function paramsPlace(messageId: string): string {
  return `email_messages.params.${messageId}`;
}

export function secretPlace(messageId: string): string {
  return `email_messages.secret.${messageId}`;
}

/** Inserts mails and answers the new ones with their ids; one that is known already (same kind and key) is left as it is. */
export async function insertMails(
  db: Executor,
  mails: readonly NewMail[],
  messageDomain: string,
  now: Date,
  cipher: Cipher,
): Promise<{ id: number; dedupKey: string; sendAfter: Date | null }[]> {
  if (mails.length === 0) return [];
  const rows = mails.map(({ params, secret, ...mail }) => {
    const key = mail.dedupKey.replace(/[^A-Za-z0-9.-]/g, '-');
    const messageId = `${mail.kind}.${key}@${messageDomain}`.slice(0, 200);
    return {
      ...mail,
      recipient: mail.recipient.slice(0, 100),
      messageId,
      params: '{}',
      paramsEnc: cipher.seal(JSON.stringify(params), paramsPlace(messageId)),
      sendAfter: mail.sendAfter ?? null,
      secretEnc: secret ? cipher.seal(JSON.stringify(secret), secretPlace(messageId)) : null,
      createdTime: now,
    };
  });
  try {
    await db.insertInto('emailMessages').values(rows).execute();
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    const fresh: typeof rows = [];
    for (const row of rows) {
      try {
        await db.insertInto('emailMessages').values(row).execute();
        fresh.push(row);
      } catch (single) {
        if (!isDuplicateKey(single)) throw single;
      }
    }
    return idsOf(db, fresh);
  }
  return idsOf(db, rows);
}

async function idsOf(
  db: Executor,
  rows: readonly { messageId: string }[],
): Promise<{ id: number; dedupKey: string; sendAfter: Date | null }[]> {
  if (rows.length === 0) return [];
  return db
    .selectFrom('emailMessages')
    .select(['id', 'dedupKey', 'sendAfter'])
    .where(
      'messageId',
      'in',
      rows.map((row) => row.messageId),
    )
    .execute();
}

export async function mailById(db: Executor, id: number) {
  return db.selectFrom('emailMessages').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function noteMail(
  db: Executor,
  id: number,
  change: {
    status: 'QUEUED' | 'SENT' | 'FAILED';
    subject: string;
    serverReply: string;
    attempts: number;
    sentTime: Date | null;
    /** Who carried it; what a mail service calls it (C-151); which edited text it was written by. */
    senderId: number | null;
    emailId: string | null;
    serviceStatus: string | null;
    templateVersion: number | null;
  },
): Promise<void> {
  await db
    .updateTable('emailMessages')
    .set({
      ...change,
      // A link that has gone out isn't ours to keep.
      ...(change.status !== 'QUEUED' && { secretEnc: null }),
      serverReply: change.serverReply.slice(0, 500),
      subject: change.subject.slice(0, 300),
    })
    .where('id', '=', id)
    .execute();
}

/** Its time came, and there was nothing left to tell. */
export async function suppressMail(db: Executor, id: number, why: string): Promise<void> {
  await db
    .updateTable('emailMessages')
    .set({ status: 'SUPPRESSED', serverReply: why.slice(0, 500), secretEnc: null })
    .where('id', '=', id)
    .where('status', '=', 'QUEUED')
    .execute();
}

interface Recipient {
  id: number;
  email: string;
  locale: string;
}

/** Who of the operator's staff is told about the queue: whoever may assign an alert, by whatever role. */
export function platformAdmins(db: Executor): Promise<Recipient[]> {
  return staffWith(db, 'alert:assign');
}

/** Who is told that something is wrong with the product's own safety. */
export function systemAdmins(db: Executor): Promise<Recipient[]> {
  return staffWith(db, 'security:view');
}

async function staffWith(db: Executor, permission: Permission): Promise<Recipient[]> {
  const rows = await db
    .selectFrom('staffUsers')
    .select(['id', 'email', 'locale', 'roles'])
    .where('status', '=', 'ACTIVE')
    .execute();
  const may = new Map<string, boolean>();
  for (const { roles } of rows) {
    if (may.has(roles)) continue;
    const { grants } = await staffGrants({ db }, roles.split(','));
    may.set(roles, grants[permission] === 'all');
  }
  return rows.filter(({ roles }) => may.get(roles));
}

/** The alert's own history says when its mail went out, or that it never will; a mail to the operator's people is marked as theirs. */
export async function insertMailEvent(
  db: Executor,
  mail: { alertRef: number | null; kind: string; recipient: string; merchantId: number | null },
  sent: boolean,
  now: Date,
): Promise<void> {
  if (mail.alertRef === null) return;
  const staff = mail.merchantId === null;
  await db
    .insertInto('alertEvents')
    .values({
      alertRef: mail.alertRef,
      atTime: now,
      kind: sent ? 'MAIL_SENT' : 'MAIL_FAILED',
      level: sent ? 'INFO' : 'ERROR',
      actor: 'system:mail',
      data: JSON.stringify({ recipient: maskEmail(mail.recipient), mail: mail.kind, ...(staff && { staff }) }),
    })
    .execute();
}

/** What waits for an admin right now. */
export async function queueFigures(db: Executor) {
  const waiting = await db
    .selectFrom('chargebackAlerts')
    .select((eb) => ['matchStatus', eb.fn.countAll<number>().as('count'), eb.fn.min('deadline').as('deadline')])
    .where('needsAdmin', '=', 1)
    .groupBy('matchStatus')
    .execute();
  const unreadable = await db
    .selectFrom('providerDeliveries')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('status', '=', 2)
    .executeTakeFirstOrThrow();
  const unmatched = waiting.filter((row) => row.matchStatus === 'UNMATCHED');
  const count = (rows: typeof waiting) => rows.reduce((sum, row) => sum + Number(row.count), 0);
  const deadlines = waiting.flatMap((row) => (row.deadline === null ? [] : [row.deadline.getTime()]));
  return {
    unmatched: count(unmatched),
    held: count(waiting) - count(unmatched),
    unreadable: Number(unreadable.count),
    earliest: deadlines.length > 0 ? new Date(Math.min(...deadlines)) : null,
  };
}
