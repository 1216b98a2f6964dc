import type { Context } from '../kernel/context.ts';
import { appError } from '../kernel/errors.ts';
import { shownTo } from '../kernel/sensitive.ts';
import { iso, isoOrNull } from '../kernel/time.ts';
import type { MailTrouble, NotificationSettings } from './model.ts';
import { cardAddressesOf, preferencesOf } from './settings-store.ts';
import { troublesOf } from './trouble-store.ts';
import { nextOpening } from './window.ts';

/** Whose settings are meant: a merchant's own, whatever it names; staff have to name one. Errors: `VALIDATION_FAILED`. */
export function merchantMeant({ actor }: Pick<Context, 'actor'>, merchantId: number | undefined): number {
  const meant = actor.kind === 'merchant' ? actor.merchantId : merchantId;
  if (meant === undefined)
    throw appError('VALIDATION_FAILED', { fields: [{ path: 'merchantId', code: 'required', message: 'merchantId' }] });
  return meant;
}

/** Errors: `MERCHANT_NOT_FOUND`. */
export async function viewSettings(ctx: Context, merchantId: number): Promise<NotificationSettings> {
  const wishes = (await preferencesOf(ctx.db, [merchantId])).get(merchantId);
  if (!wishes) throw appError('MERCHANT_NOT_FOUND');
  const [cardEmails, troubles] = await Promise.all([
    cardAddressesOf(ctx.db, merchantId),
    troublesOf(ctx.db, [merchantId]),
  ]);
  const shown = (email: string) => shownTo(ctx.actor, 'merchant.email', email);
  const known = new Set([wishes.mainEmail, ...wishes.backupEmails]);
  return {
    merchantId,
    mainEmail: shown(wishes.mainEmail),
    backupEmails: wishes.backupEmails.map(shown),
    window: wishes.window,
    urgentPierces: wishes.urgentPierces,
    locale: wishes.ownLocale,
    timeZone: wishes.ownTimeZone,
    profile: wishes.profile,
    answerNeedsSignIn: wishes.answerNeedsSignIn,
    reminders: wishes.reminders,
    cardEmails: cardEmails.filter((email) => !known.has(email)).map(shown),
    version: wishes.version,
    updatedTime: isoOrNull(wishes.updatedTime),
    nextMailAt: iso(nextOpening(ctx.now(), wishes.window, wishes.timeZone)),
    troubles: troubles.map((row) => toTrouble(ctx, row)),
  };
}

export function toTrouble(
  { actor }: Pick<Context, 'actor'>,
  row: Awaited<ReturnType<typeof troublesOf>>[number],
): MailTrouble {
  return {
    recipient: shownTo(actor, 'merchant.email', row.recipient),
    since: iso(row.sinceTime),
    lastTime: iso(row.lastTime),
    reply: replyFor(actor, row.serverReply) ?? '',
  };
}

/** A mail server's own words are everybody's; that ours couldn't be reached, and where it stands, is the operator's alone. */
export function replyFor({ kind }: Pick<Context['actor'], 'kind'>, reply: string | null): string | null {
  return kind === 'merchant' && reply !== null && !/^\d{3}[ -]/.test(reply) ? null : reply;
}
