import { normalizeKey } from '../cards/index.ts';
import { descriptorVariants, resembles } from '../cards/model.ts';
import { query } from '../kernel/operation.ts';
import { descriptorsOf, enrolledAmong, seenAs } from './lint-store.ts';
import { LintAnswer, LintInput } from './model.ts';
import { merchantAsked } from './whose.ts';

const MOST = 5;

/**
 * What the merchant's own alerts and cards say about a descriptor that is being typed; the judgement is `lintDescriptor`'s, in the browser.
 * Reads a row for each descriptor the merchant has ever seen, not for each alert.
 */
export const lintCard = query('cards.lint', {
  permission: 'card:create',
  input: LintInput,
  output: LintAnswer,
  summary: 'What past alerts and cards say about a descriptor.',
}).run(async (ctx, input) => {
  const merchantId = merchantAsked(ctx, input.merchantId);
  const key = normalizeKey(input.descriptor);
  const [known, enrolled] = await Promise.all([
    descriptorsOf(ctx, merchantId),
    enrolledAmong(ctx, merchantId, descriptorVariants(key)),
  ]);
  const alike = known.filter((descriptor) => resembles(key, descriptor)).slice(0, MOST);
  const seen = await Promise.all(
    alike.map(async (descriptor) => ({ descriptor, ...(await seenAs(ctx, merchantId, descriptor)) })),
  );
  return {
    seen: seen
      .filter(({ count }) => count > 0)
      .toSorted((a, b) => b.count - a.count)
      .map(({ lastSeen, ...one }) => ({ ...one, lastSeen: lastSeen.toISOString() })),
    enrolled,
  };
});
