import { DEFAULT_GRANTS } from '../kernel/access.ts';
import { type Actor, systemActor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { appError } from '../kernel/errors.ts';
import { maskEmail } from '../kernel/mask.ts';
import { cardAddresses, findAnswerLink, type Preferences, preferencesOf } from '../notifications/index.ts';
import { type AlertRow, alertById, lockAlert } from './intake-store.ts';
import { userByAddress } from './quick-store.ts';

export interface OpenLink {
  alert: AlertRow;
  wishes: Preferences;
  /** Who answers: the person whose address it is, else the link itself. */
  actor: Actor;
}

/**
 * Whether a mail's link may still answer its alert, and as whom. With `lock` the alert's row is taken for the answer.
 * Errors: `LINK_INVALID`, `LINK_USED`, `LINK_EXPIRED` (the deadline has passed), `ANSWER_LINK_MOVED` (the alert is held or another
 * merchant's), `ALERT_ALREADY_ANSWERED`, `MERCHANT_SUSPENDED`, `ANSWER_NEEDS_SIGN_IN`.
 */
export async function openAnswerLink(
  ctx: Pick<Context, 'db' | 'now'>,
  token: string,
  lock: boolean,
): Promise<OpenLink> {
  const link = await findAnswerLink(ctx.db, token, lock);
  if (!link) throw appError('LINK_INVALID');
  const { alertRef, merchantId, recipient } = link;
  const alert = await (lock ? lockAlert(ctx.db, alertRef) : alertById(ctx.db, alertRef));
  const wishes = (await preferencesOf(ctx.db, [merchantId])).get(merchantId);
  if (!alert || !wishes) throw appError('LINK_INVALID');
  if (link.usedTime !== null) throw appError('LINK_USED', { alert: alertRef });
  if (alert.merchantId !== merchantId || alert.holdReason !== null || alert.matchStatus === 'UNMATCHED')
    throw appError('ANSWER_LINK_MOVED');
  if (alert.processStatus !== 'PENDING') throw appError('ALERT_ALREADY_ANSWERED', { alert: alertRef });
  if (link.expiresTime <= ctx.now() || alert.deadline <= ctx.now()) throw appError('LINK_EXPIRED', { alert: alertRef });
  if (!wishes.active) throw appError('MERCHANT_SUSPENDED');
  const actor = await actorOf(ctx, wishes, recipient);
  if (!actor || wishes.answerNeedsSignIn || !(await stillTold(ctx, alert, wishes, recipient)))
    throw appError('ANSWER_NEEDS_SIGN_IN', { alert: alertRef });
  return { alert, wishes, actor };
}

/** An address that was taken out of the settings since its mail went must not answer any more. */
async function stillTold({ db }: Pick<Context, 'db'>, alert: AlertRow, wishes: Preferences, recipient: string) {
  const card = alert.cardId === null ? undefined : (await cardAddresses(db, [alert.cardId])).get(alert.cardId);
  return [wishes.mainEmail, ...wishes.backupEmails, card ?? ''].some(
    (address) => address.trim().toLowerCase() === recipient,
  );
}

/** Undefined: the address is somebody's who may not answer alerts. */
async function actorOf(
  { db }: Pick<Context, 'db'>,
  { merchantId }: Preferences,
  recipient: string,
): Promise<Actor | undefined> {
  const user = await userByAddress(db, merchantId, recipient);
  if (!user) return systemActor(`mail-link ${maskEmail(recipient)}`.slice(0, 50));
  const { id, name, role, status } = user;
  const grants = DEFAULT_GRANTS[role];
  if (status !== 'ACTIVE' || grants['alert:process'] === undefined) return undefined;
  return { kind: 'merchant', id, merchantId, name, role, grants, sessionId: 'mail-link', merchantStatus: 'ACTIVE' };
}
