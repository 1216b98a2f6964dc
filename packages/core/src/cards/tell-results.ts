import type { EffectHandler } from '../effects/index.ts';
import type { Effect } from '../kernel/effects.ts';
import type { Locale } from '../kernel/locale.ts';
import { after, MINUTE } from '../kernel/time.ts';
import { FAILURE_TEXTS, mailQueue } from '../notifications/index.ts';
import { tellMerchant } from '../telling/index.ts';
import { CARD_FAILURE_REASONS } from './model.ts';
import { resultsWithin } from './result-store.ts';

const WINDOW = 10 * MINUTE;
/** So many results within ten minutes are told one by one; what comes after waits for the end of the window. */
export const TOLD_ONE_BY_ONE = 3;
const LISTED = 50;

/** Has the results of this ten-minute window told in one message at its end: 300 cards are not 300 mails. */
export function announceResults(emit: (effect: Effect) => void, merchantId: number, now: Date): void {
  const window = Math.floor(now.getTime() / WINDOW) * WINDOW;
  emit({
    topic: 'card.results',
    key: `${merchantId}:${window}`,
    payload: { merchantId, window },
    at: new Date(window + WINDOW),
  });
}

/** A-081 for many: how many enrolments succeeded, which failed and why. Read when it is told. */
export const tellResults: EffectHandler<'card.results'> = async (core, { payload: { merchantId, window } }) => {
  const from = new Date(window);
  const cards = await resultsWithin(core.db, merchantId, from, after(from, WINDOW));
  if (cards.length === 0) return { outcome: 'DONE', detail: 'nothing to tell any more' };
  const failed = cards.filter(({ state }) => state === 'REJECTED');
  const list = (locale: Locale) =>
    failed
      .slice(0, LISTED)
      .map(({ descriptor, failureReason }) => {
        const reason = CARD_FAILURE_REASONS.find((known) => known === failureReason) ?? 'REFUSED';
        return `${descriptor}: ${FAILURE_TEXTS[locale][reason]}`;
      })
      .concat(failed.length > LISTED ? ['…'] : [])
      .join('\n');
  return {
    outcome: 'DONE',
    settle: (tx, emit) =>
      tellMerchant(mailQueue(core, tx, emit), {
        merchantId,
        kind: 'card.results',
        key: `${merchantId}:${window}`,
        alertRef: null,
        cardId: null,
        urgent: false,
        facts: (locale) => ({
          enrolled: String(cards.length - failed.length),
          failedCards: String(failed.length),
          failures: list(locale),
          loginUrl: `${core.ports.publicUrl}/cards${failed.length > 0 ? '?state=REJECTED' : ''}`,
        }),
      }),
  };
};
