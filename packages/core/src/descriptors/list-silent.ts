import { query } from '../kernel/operation.ts';
import { after, DAY, isoOrNull } from '../kernel/time.ts';
import { MerchantChoice, SilentCards } from './model.ts';
import { silenceOf } from './silence.ts';
import { lastAlertOf, silentAfterDays, watchedCards } from './silent-store.ts';
import { merchantAsked } from './whose.ts';

/** Enrolled cards that no alert comes for: their descriptor may not be what statements show. */
export const listSilent = query('descriptors.silent', {
  permission: 'card:view',
  input: MerchantChoice,
  output: SilentCards,
  summary: 'Enrolled cards without an alert for long.',
}).run(async (ctx, input) => {
  const merchantId = merchantAsked(ctx, input.merchantId);
  const now = ctx.now();
  const days = await silentAfterDays(ctx);
  const [cards, last] = await Promise.all([
    watchedCards(ctx, merchantId, after(now, -days * DAY)),
    lastAlertOf(ctx, merchantId),
  ]);
  const silent = cards.flatMap(({ id, registerTime, lastAlertTime }) => {
    const kind = registerTime && silenceOf({ registerTime, lastAlertTime }, last, now, days);
    return kind ? [{ cardId: id, kind, lastAlertTime: isoOrNull(lastAlertTime) }] : [];
  });
  return { days, cards: silent };
});
