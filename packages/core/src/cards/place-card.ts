import type { Context } from '../kernel/context.ts';
import { appError } from '../kernel/errors.ts';
import { uuidv7 } from '../kernel/uuid.ts';
import { CARD_KEYS, type CardInput } from './model.ts';
import { merchantStatus } from './store.ts';
import { type CardChange, type EnrolmentKey, findTwin, insertCard, updateCardRow } from './write-store.ts';

/** Whose card it becomes: a merchant's own, or the one staff name. */
export function ownerOf(ctx: Context, named: number | undefined): number {
  const merchantId = ctx.actor.kind === 'merchant' ? ctx.actor.merchantId : named;
  if (!merchantId)
    throw appError('VALIDATION_FAILED', { fields: [{ path: 'merchantId', code: 'required', message: 'merchantId' }] });
  return merchantId;
}

export async function requireActive(ctx: Context, merchantId: number): Promise<void> {
  const merchant = await merchantStatus(ctx.db, merchantId);
  if (!merchant) throw appError('MERCHANT_NOT_FOUND');
  if (merchant.status !== 'ACTIVE') throw appError('MERCHANT_NOT_ACTIVE');
}

export function keyOf(card: EnrolmentKey): EnrolmentKey {
  const { program, descriptor, cardBin, caid, acquirerBin, arn } = card;
  return { program, descriptor, cardBin, caid, acquirerBin, arn };
}

export function sameKey(one: EnrolmentKey, other: EnrolmentKey): boolean {
  return CARD_KEYS.every((name) => one[name] === other[name]);
}

/** A closed card that begins anew; its reference has to be another. */
export const REOPENED = {
  state: 'SAVED',
  submittedTime: null,
  registerTime: null,
  closedTime: null,
  expectedLiveTime: null,
  firstAlertTime: null,
  nextCheckTime: null,
  failureReason: null,
  statusTime: null,
} as const satisfies CardChange;

/** Saves a finished card. The same combination can't stand twice; one that was closed is opened again under a new reference. */
export async function placeCard(
  ctx: Context,
  merchantId: number,
  input: CardInput,
): Promise<{ id: number; reopened: boolean }> {
  const key = keyOf(input);
  const details = { notifyEmail: input.notifyEmail, remark: input.remark || null };
  const now = ctx.now();
  const cardRef = uuidv7(now);
  const twin = await findTwin(ctx.db, merchantId, key);
  if (!twin)
    return {
      id: await insertCard(ctx.db, { ...key, ...details, merchantId, cardRef, state: 'SAVED', now }),
      reopened: false,
    };
  if (twin.status !== 'CLOSED') throw appError('CARD_DUPLICATE', { cardId: twin.id });
  await updateCardRow(ctx.db, twin.id, { ...details, ...REOPENED, cardRef }, now);
  return { id: twin.id, reopened: true };
}
