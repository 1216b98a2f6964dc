import type { EffectHandler } from '../effects/index.ts';
import { asLocale } from '../kernel/locale.ts';
import { exponentOf } from '../kernel/money.ts';
import { after, HOUR, inZone } from '../kernel/time.ts';
import { mailQueue, queueMails } from '../notifications/index.ts';
import { type Figures, figuresOf } from './figures.ts';
import { digestMerchant } from './store.ts';
import { weekFrom } from './week.ts';

/** Counts a merchant's week and queues its mail; says nothing to who has switched it off, or when there was nothing at all. */
export const sendDigest: EffectHandler<'digest.weekly'> = async (core, { payload }) => {
  const merchant = await digestMerchant(core.db, payload.merchantId);
  if (merchant?.status !== 'ACTIVE' || merchant.digest === 0) return { outcome: 'DONE', detail: 'not wanted any more' };
  const { id, email, timeZone } = merchant;
  const locale = asLocale(merchant.locale);
  const week = weekFrom(payload.week, timeZone);
  const figures = await figuresOf(core, id, week);
  if (!figures) return { outcome: 'DONE', detail: 'nothing to tell' };
  return {
    outcome: 'DONE',
    settle: async (tx, emit) => {
      const params = {
        ...wordsOf(figures, timeZone),
        week: `${week.key} – ${week.last}`,
        loginUrl: `${core.ports.publicUrl}/alerts`,
      };
      await queueMails(
        mailQueue(core, tx, emit),
        [
          {
            kind: 'digest.weekly',
            dedupKey: `${id}:${week.key}`,
            recipient: email,
            locale,
            merchantId: id,
            alertRef: null,
            params,
          },
        ],
        after(core.now(), 48 * HOUR),
      );
    },
  };
};

function wordsOf(figures: Figures, timeZone: string): Record<string, string> {
  const { refunded, nextDeadline, received, answered, expired, open, failedCards } = figures;
  return {
    received: String(received),
    answered: String(answered),
    expired: String(expired),
    open: String(open),
    failedCards: String(failedCards),
    refunded: refunded.map(({ currency, amount }) => `${money(amount, currency)} ${currency}`).join(', '),
    deadline: nextDeadline ? inZone(nextDeadline, timeZone) : '',
  };
}

/** `128.5000` → `128.50`; more decimals than the currency has only when they say something. */
function money(amount: string, currency: string): string {
  const [whole = '0', fraction = ''] = amount.split('.');
  const decimals = exponentOf(currency);
  const kept = fraction.slice(0, decimals) + fraction.slice(decimals).replace(/0+$/, '');
  return kept === '' ? whole : `${whole}.${kept}`;
}
