import { query } from '../kernel/operation.ts';
import { fits } from '../rule-plans/index.ts';
import { named } from './judge-past.ts';
import { RulePreview, RulePreviewInput } from './model.ts';
import { ownMerchant } from './own.ts';
import { openAlertsQuery } from './past-store.ts';
import { toPastAlert } from './read-rule.ts';

const LOOKED_AT = 1000;

/** Which of the merchant's open alerts the conditions fit at this moment, whatever other rules say. */
export const previewRule = query('rules.preview', {
  permission: 'rule:manage',
  summary: 'Counts the open alerts that conditions fit now.',
  input: RulePreviewInput,
  output: RulePreview,
}).run(async (ctx, { conditions }) => {
  const rows = await openAlertsQuery(ctx.db, ownMerchant(ctx), LOOKED_AT + 1).execute();
  const open = rows.slice(0, LOOKED_AT).map(toPastAlert);
  const fitting = open.filter((alert) => fits(conditions, alert));
  return {
    open: open.length,
    fits: fitting.length,
    limited: rows.length > LOOKED_AT,
    examples: fitting.slice(0, 5).map(named),
  };
});
