import { appError } from '../kernel/errors.ts';
import { asLocale } from '../kernel/locale.ts';
import { query } from '../kernel/operation.ts';
import { shownTo } from '../kernel/sensitive.ts';
import { isoOrNull } from '../kernel/time.ts';
import { readDetail } from './detail-store.ts';
import { MerchantDetail, MerchantId } from './model.ts';
import { toSummary } from './profile-view.ts';
import { cardCounts, merchantById, troubleCounts } from './store.ts';

/** Errors: `MERCHANT_NOT_FOUND`. */
export const getMerchant = query('merchants.get', {
  permission: 'merchant:view',
  summary: 'Shows one merchant with its people, its alerts in figures and how many cards it watches.',
  input: MerchantId,
  output: MerchantDetail,
}).run(async (ctx, { id }) => {
  const row = await merchantById(ctx, id);
  if (!row) throw appError('MERCHANT_NOT_FOUND');
  const [cards, troubles, detail] = await Promise.all([
    cardCounts(ctx, [id]),
    troubleCounts(ctx, [id]),
    readDetail(ctx, id, ctx.now()),
  ]);
  return {
    ...toSummary(ctx.actor, row, {
      cards: cards.get(id) ?? 0,
      alertsNeedingAnswer: detail.alerts.needingAnswer,
      mailTroubles: troubles.get(id) ?? 0,
    }),
    ...detail,
    users: detail.users.map((user) => ({
      ...user,
      name: shownTo(ctx.actor, 'merchant.contactPerson', user.name),
      email: shownTo(ctx.actor, 'merchant.email', user.email),
    })),
    locale: asLocale(row.locale),
    timeZone: row.timeZone,
    activatedTime: isoOrNull(row.activatedTime),
    statusReason: row.statusReason,
  };
});
