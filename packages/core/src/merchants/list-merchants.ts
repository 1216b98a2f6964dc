import { normalizeEmail } from '../accounts/index.ts';
import { query } from '../kernel/operation.ts';
import { toPage } from '../kernel/page.ts';
import { MerchantListInput, MerchantPage } from './model.ts';
import { toSummary } from './profile-view.ts';
import { alertCounts, cardCounts, type Keyword, merchantPage, troubleCounts } from './store.ts';

/** Newest first; `keyword` is the beginning of a company name, an e-mail address or a phone number. */
export const listMerchants = query('merchants.list', {
  permission: 'merchant:view',
  summary:
    'Lists merchants, newest first; `keyword` is the beginning of a company name, e-mail address or phone number.',
  input: MerchantListInput,
  output: MerchantPage,
}).run(async (ctx, input) => {
  const { total, rows } = await merchantPage(ctx, input, input.keyword ? readKeyword(input.keyword) : undefined);
  const ids = rows.map((row) => row.id);
  const [cards, alerts, troubles] = await Promise.all([
    cardCounts(ctx, ids),
    alertCounts(ctx, ids),
    troubleCounts(ctx, ids),
  ]);
  return toPage(
    input,
    total,
    rows.map((row) =>
      toSummary(ctx.actor, row, {
        cards: cards.get(row.id) ?? 0,
        alertsNeedingAnswer: alerts.get(row.id) ?? 0,
        mailTroubles: troubles.get(row.id) ?? 0,
      }),
    ),
  );
});

/** A Chinese mobile is stored with +86 and typed without. */
function readKeyword(text: string): Keyword {
  const digits = text.normalize('NFKC').replace(/[\s()\-.]/g, '');
  const phones = /^\+\d+$/.test(digits)
    ? [digits]
    : /^\d{3,}$/.test(digits)
      ? [digits, `+${digits}`, `+86${digits}`]
      : [];
  return { text, email: normalizeEmail(text), phones };
}
