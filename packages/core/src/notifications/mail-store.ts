import type { DB } from '@forewarn/db';
import { sql } from 'kysely';
import type { Executor } from '../kernel/context.ts';
import type { MailKind, MailListInput } from './model.ts';

const STATE = [
  'e.id',
  'e.kind',
  'e.recipient',
  'e.status',
  'e.serverReply',
  'e.attempts',
  'e.createdTime',
  'e.sendAfter',
  'e.sentTime',
  'e.bouncedTime',
] as const;
const ROW = [
  ...STATE,
  'e.subject',
  'e.merchantId',
  'm.companyName',
  'e.alertRef',
  'e.locale',
  'e.resends',
  'e.messageId',
] as const;

/** Above this many a count is no help to anyone. */
const COUNT_LIMIT = 10_000;

/** The mails about one alert to its merchant, oldest first. */
export function mailsOfAlert(db: Executor, alertRef: number, merchantId: number) {
  return db
    .selectFrom('emailMessages as e')
    .select(STATE)
    .where('e.alertRef', '=', alertRef)
    .where('e.merchantId', '=', merchantId)
    .orderBy('e.id')
    .limit(100)
    .execute();
}

export function merchantOfAlert(db: Executor, alertRef: number) {
  return db
    .selectFrom('chargebackAlerts')
    .select(['merchantId', 'holdReason'])
    .where('id', '=', alertRef)
    .executeTakeFirst();
}

export async function mailIdOf(db: Executor, kind: MailKind, dedupKey: string): Promise<number> {
  const { id } = await db
    .selectFrom('emailMessages')
    .select('id')
    .where('kind', '=', kind)
    .where('dedupKey', '=', dedupKey)
    .executeTakeFirstOrThrow();
  return id;
}

export function testMail(db: Executor, id: number, merchantId: number | undefined) {
  const row = db
    .selectFrom('emailMessages as e')
    .select(STATE)
    .where('e.id', '=', id)
    .where('e.kind', '=', 'notify.test');
  return (merchantId === undefined ? row : row.where('e.merchantId', '=', merchantId)).executeTakeFirst();
}

/** Test mails of a merchant since then. */
export async function countTestMails(db: Executor, merchantId: number, since: Date): Promise<number> {
  const { n } = await db
    .selectFrom('emailMessages')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('merchantId', '=', merchantId)
    .where('createdTime', '>', since)
    .where('kind', '=', 'notify.test')
    .executeTakeFirstOrThrow();
  return Number(n);
}

function filtered(db: Executor, { status, kind, merchantId, recipient }: Omit<MailListInput, 'page' | 'size'>) {
  // By an address its own index is the way; left alone the server may walk all mails in the order of their time.
  const named = sql`e FORCE INDEX (k_email_recipient)`;
  let rows = recipient
    ? db.selectFrom(sql<DB['emailMessages']>`email_messages`.as<'e'>(named))
    : db.selectFrom('emailMessages as e');
  if (status) rows = rows.where('e.status', '=', status);
  if (kind) rows = rows.where('e.kind', '=', kind);
  if (merchantId) rows = rows.where('e.merchantId', '=', merchantId);
  if (recipient) rows = rows.where('e.recipient', 'like', `${recipient.replace(/[\\%_]/g, '\\$&')}%`);
  return rows;
}

/** Newest first. The page's numbers are found in an index alone, then their rows. Exported for the EXPLAIN test. */
export function mailPageQuery(db: Executor, input: MailListInput) {
  const ids = filtered(db, input)
    .select('e.id')
    .orderBy('e.createdTime', 'desc')
    .orderBy('e.id', 'desc')
    .limit(input.size)
    .offset((input.page - 1) * input.size);
  return db
    .selectFrom(ids.as('found'))
    .innerJoin('emailMessages as e', 'e.id', 'found.id')
    .leftJoin('merchants as m', 'm.id', 'e.merchantId')
    .select(ROW)
    .orderBy('e.createdTime', 'desc')
    .orderBy('e.id', 'desc');
}

export async function mailPage(db: Executor, input: MailListInput) {
  const counted = filtered(db, input).select('e.id').limit(COUNT_LIMIT);
  const [{ total }, rows] = await Promise.all([
    db
      .selectFrom(counted.as('found'))
      .select((eb) => eb.fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow(),
    mailPageQuery(db, input).execute(),
  ]);
  return { total: Number(total), rows };
}

export function mailRow(db: Executor, id: number) {
  return db
    .selectFrom('emailMessages as e')
    .leftJoin('merchants as m', 'm.id', 'e.merchantId')
    .select(ROW)
    .where('e.id', '=', id)
    .executeTakeFirst();
}

/** Every try to hand a mail over, those of later rounds too. */
export function triesOf(db: Executor, id: number, resends: number) {
  const keys = [`mail:${id}`, ...Array.from({ length: resends }, (_, round) => resendKey(id, round + 1))];
  return db
    .selectFrom('outbox as o')
    .innerJoin('effectAttempts as a', 'a.outboxId', 'o.id')
    .where('o.topic', '=', 'mail.send')
    .where('o.effectKey', 'in', keys)
    .select(['a.number', 'a.startedTime', 'a.endedTime', 'a.outcome', 'a.detail'])
    .orderBy('a.startedTime')
    .orderBy('a.number')
    .limit(200)
    .execute();
}

export function resendKey(id: number, round: number): string {
  return `mail:${id}:again:${round}`;
}

export function lockMails(db: Executor, ids: readonly number[]) {
  return db
    .selectFrom('emailMessages')
    .select(['id', 'kind', 'status', 'resends', 'recipient', 'merchantId'])
    .where('id', 'in', [...ids])
    .orderBy('id')
    .forUpdate()
    .execute();
}

export async function queueAgain(db: Executor, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  await db
    .updateTable('emailMessages')
    .set((eb) => ({ status: 'QUEUED', sendAfter: null, bouncedTime: null, resends: eb('resends', '+', 1) }))
    .where('id', 'in', [...ids])
    .execute();
}

export function lockMailByMessageId(db: Executor, messageId: string) {
  return db
    .selectFrom('emailMessages')
    .select(['id', 'kind', 'status', 'recipient', 'merchantId', 'alertRef'])
    .where('messageId', '=', messageId)
    .forUpdate()
    .executeTakeFirst();
}

export async function markBounced(db: Executor, id: number, reply: string, now: Date): Promise<void> {
  await db
    .updateTable('emailMessages')
    .set({ status: 'BOUNCED', serverReply: reply.slice(0, 500), bouncedTime: now })
    .where('id', '=', id)
    .execute();
}
