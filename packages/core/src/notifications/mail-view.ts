import type { Context } from '../kernel/context.ts';
import { asLocale } from '../kernel/locale.ts';
import { shownTo } from '../kernel/sensitive.ts';
import { iso, isoOrNull } from '../kernel/time.ts';
import type { mailRow, mailsOfAlert } from './mail-store.ts';
import type { MailRow, MailState, MailStatus } from './model.ts';
import { replyFor } from './settings-view.ts';
import type { MailKind } from './templates.ts';

type Reader = Pick<Context, 'actor'>;

export function toMailState({ actor }: Reader, row: Awaited<ReturnType<typeof mailsOfAlert>>[number]): MailState {
  return {
    id: row.id,
    kind: row.kind,
    recipient: shownTo(actor, 'merchant.email', row.recipient),
    status: row.status,
    reply: replyFor(actor, row.serverReply),
    attempts: row.attempts,
    createdTime: iso(row.createdTime),
    sendAfter: isoOrNull(row.sendAfter),
    sentTime: isoOrNull(row.sentTime),
    bouncedTime: isoOrNull(row.bouncedTime),
  };
}

export function toMailRow(reader: Reader, row: NonNullable<Awaited<ReturnType<typeof mailRow>>>): MailRow {
  return {
    ...toMailState(reader, row),
    subject: row.subject,
    merchantId: row.merchantId,
    merchantName: row.companyName,
    alertRef: row.alertRef,
    locale: asLocale(row.locale),
    resends: row.resends,
    canResend: mayResend(row.kind, row.status),
  };
}

/** Their link was for one use and is forgotten with the first try: whoever needs one asks for a new one. */
const ONE_TIME: readonly MailKind[] = [
  'account.activate',
  'account.invited',
  'account.reset',
  'account.email-confirm',
  'merchant.invited',
  'merchant.activate',
  'staff.invited',
];

/** what failed or came back, as long as what it says can still be said. */
export function mayResend(kind: string, status: MailStatus): boolean {
  return (status === 'FAILED' || status === 'BOUNCED') && !ONE_TIME.some((known) => known === kind);
}
