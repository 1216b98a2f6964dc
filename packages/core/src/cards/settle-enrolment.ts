import type { Core, Executor } from '../kernel/context.ts';
import type { Effect } from '../kernel/effects.ts';
import type { Locale } from '../kernel/locale.ts';
import { after, MINUTE } from '../kernel/time.ts';
import { FAILURE_TEXTS, mailQueue } from '../notifications/index.ts';
import { tellMerchant } from '../telling/index.ts';
import { nextState } from './card-state.ts';
import type { EnrolmentNotice } from './incoming.ts';
import { keyText } from './key-text.ts';
import type { CardFailureReason } from './model.ts';
import { resultsSince } from './result-store.ts';
import { announceResults, TOLD_ONE_BY_ONE } from './tell-results.ts';
import { cardById, cardIdByRef } from './worker-store.ts';
import { updateCardRow } from './write-store.ts';

const RESULT: Record<Locale, Record<'good' | 'bad', string>> = {
  'zh-CN': { good: '成功', bad: '失败' },
  en: { good: 'succeeded', bad: 'failed' },
};
const WATCHED: Record<Locale, string> = {
  'zh-CN': '从现在起，与该授权卡相符的预警会通知到您。',
  en: 'From now on you will be told of alerts for this card.',
};

interface Settling {
  core: Core;
  tx: Executor;
  emit(effect: Effect): void;
}

export interface EnrolmentOutcome {
  cardId: number;
  /** Undefined: the provider speaks of the card as it is now. */
  generation?: number;
  /** IN_REVIEW: taken in, the result comes later. */
  status: 'IN_REVIEW' | 'REGISTERED' | 'FAILED' | 'CLOSED';
  /** IN_REVIEW: when the result is to be expected. */
  expectedTime?: Date;
  reason: CardFailureReason | null;
  providerCode: string | null;
  time: Date;
}

const EVENT = { IN_REVIEW: 'accepted', REGISTERED: 'enrolled', FAILED: 'refused', CLOSED: 'closed' } as const;

/**
 * Writes an enrolment's result and tells the merchant (A-079…A-081). A result for a card that has moved on, or older than the last
 * one, changes nothing; the same result twice is told once; many within ten minutes are told together.
 */
export async function settleEnrolment({ core, tx, emit }: Settling, result: EnrolmentOutcome): Promise<void> {
  const card = await cardById(tx, result.cardId, true);
  if (!card || card.submittedTime === null) return;
  if (result.generation !== undefined && result.generation !== card.generation) return;
  if (card.statusTime && result.time < card.statusTime) return;
  const state = nextState(card.state, EVENT[result.status]);
  if (!state || (card.state === state && card.failureReason === result.reason)) return;
  const now = core.now();
  // Only the provider's word dates the state: that we gave up, or that it is still looking, says nothing about what it has done.
  const its = result.status !== 'IN_REVIEW' && result.reason !== 'UNREACHABLE' && result.reason !== 'NOT_CONFIGURED';
  const expected = state === 'IN_REVIEW' ? (result.expectedTime ?? now) : null;
  await updateCardRow(
    tx,
    card.id,
    {
      state,
      ...(its && { statusTime: result.time }),
      failureReason: state === 'REJECTED' ? (result.reason ?? 'REFUSED') : null,
      providerCode: result.providerCode,
      ...((state === 'ACTIVE' || state === 'REJECTED') && { resultTime: now }),
      expectedLiveTime: expected,
      nextCheckTime: expected,
      ...(state === 'ACTIVE' && { registerTime: card.registerTime ?? now }),
      ...(state === 'CLOSED' && card.state !== 'CLOSING' && { closedTime: now }),
    },
    now,
  );
  if (state === 'CLOSED' || state === 'IN_REVIEW') return;

  // This one is among them.
  const many = await resultsSince(tx, card.merchantId, after(now, -10 * MINUTE), TOLD_ONE_BY_ONE + 1);
  if (many > TOLD_ONE_BY_ONE) return announceResults(emit, card.merchantId, now);
  const good = result.status === 'REGISTERED';
  await tellMerchant(mailQueue(core, tx, emit), {
    merchantId: card.merchantId,
    kind: 'card.result',
    key: `${card.cardRef}:${card.generation}:${result.status}:${result.time.getTime()}`,
    alertRef: null,
    cardId: card.id,
    urgent: false,
    facts: (locale) => ({
      descriptor: card.descriptor,
      cardKey: keyText(card, locale),
      result: RESULT[locale][good ? 'good' : 'bad'],
      explanation: good ? WATCHED[locale] : FAILURE_TEXTS[locale][result.reason ?? 'REFUSED'],
      loginUrl: `${core.ports.publicUrl}/cards`,
    }),
  });
}

/** The provider's asynchronous word on an enrolment; false when it speaks of a card we don't know. */
export async function applyEnrolmentNotice(settling: Settling, notice: EnrolmentNotice): Promise<boolean> {
  const found = await cardIdByRef(settling.tx, notice.cardRef);
  if (!found) return false;
  const { status, reason, providerCode, time } = notice;
  await settleEnrolment(settling, { cardId: found.id, status, reason, providerCode, time });
  return true;
}
