import type { Core, Executor } from '../kernel/context.ts';
import type { Effect } from '../kernel/effects.ts';
import type { Locale } from '../kernel/locale.ts';
import { FAILURE_TEXTS, mailQueue, tellMerchant } from '../notifications/index.ts';
import type { EnrolmentNotice } from './incoming.ts';
import type { CardFailureReason } from './model.ts';
import { cardById, cardIdByRef, updateCardRow } from './store.ts';

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
  status: 'REGISTERED' | 'FAILED' | 'CLOSED';
  reason: CardFailureReason | null;
  providerCode: string | null;
  time: Date;
}

/**
 * Writes an enrolment's result and tells the merchant (A-079…A-081). A result for a card that has moved on, or older than the last
 * one, changes nothing; the same result twice mails once.
 */
export async function settleEnrolment({ core, tx, emit }: Settling, result: EnrolmentOutcome): Promise<void> {
  const card = await cardById(tx, result.cardId, true);
  if (!card || card.status === 'CLOSED' || card.submittedTime === null) return;
  if (result.generation !== undefined && result.generation !== card.generation) return;
  if (card.statusTime && result.time < card.statusTime) return;
  if (card.status === result.status && card.failureReason === result.reason) return;
  const now = core.now();
  await updateCardRow(
    tx,
    card.id,
    {
      status: result.status,
      // Only the provider's word dates the state: that we gave up says nothing about what it has done.
      ...(result.reason !== 'UNREACHABLE' && result.reason !== 'NOT_CONFIGURED' && { statusTime: result.time }),
      failureReason: result.status === 'FAILED' ? (result.reason ?? 'REFUSED') : null,
      providerCode: result.providerCode,
      ...(result.status === 'REGISTERED' && { registerTime: card.registerTime ?? now }),
      ...(result.status === 'CLOSED' && { closedTime: now }),
    },
    now,
  );
  if (result.status === 'CLOSED') return;

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
      cardBin: card.cardBin,
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
