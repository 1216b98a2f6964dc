import { z } from 'zod';
import { query } from '../kernel/operation.ts';
import { coverageGaps } from './coverage-gaps.ts';
import { gapOutput, windowOutput, windowStart } from './gap-output.ts';
import { COVERAGE_SHOWN, UnmatchedDescriptors } from './model.ts';
import { enrolledDescriptors, seenUnmatched } from './store.ts';

/** For staff: descriptors of alerts that found no merchant, unless somebody has a card for them by now; the most frequent first. */
export const listUnmatched = query('descriptors.unmatched', {
  permission: 'alert:assign',
  input: z.object({}),
  output: UnmatchedDescriptors,
  summary: 'Descriptors seen in unmatched alerts that nobody has enrolled.',
}).run(async (ctx) => {
  const now = ctx.now();
  const seen = await seenUnmatched(ctx, windowStart(now));
  const found = coverageGaps(seen.groups, []);
  const enrolled = await enrolledDescriptors(
    ctx,
    found.map((gap) => gap.matchDescriptor),
  );
  const open = found.filter((gap) => !enrolled.has(gap.matchDescriptor));
  return {
    records: open.slice(0, COVERAGE_SHOWN).map((gap) => gapOutput(gap, false)),
    total: open.length,
    window: windowOutput(now, seen.alerts),
  };
});
