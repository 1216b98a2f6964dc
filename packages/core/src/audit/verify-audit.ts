import type { Context } from '../kernel/context.ts';
import { effect } from '../kernel/operation.ts';
import { after, MINUTE } from '../kernel/time.ts';
import { chainedBy, chainHead } from './chain-store.ts';
import { checkCheckpoints } from './check-checkpoints.ts';
import { LATEST } from './extend-chain.ts';
import { GENESIS } from './link.ts';
import { AuditVerification, VerifyInput } from './model.ts';
import { linkAt, linksAfter, recordsOf, unchained } from './verify-store.ts';
import { found, startWalk, step, type Walk } from './walk.ts';

const BATCH = 1000;

/**
 * Verifies a stretch of the audit chain against the rows, and at its end the checkpoints and what was never chained. `next` is where to
 * go on, so that a caller can show how far it is; a million entries take minutes. An `effect`: it changes nothing and says in the log
 * who verified and what came of it.
 */
export const verifyAudit = effect('audit.verify', {
  permission: 'audit:verify',
  summary: 'Verify a stretch of the audit log’s hash chain; call again with `next` until it is null.',
  input: VerifyInput,
  output: AuditVerification,
}).run(async (ctx, input) => {
  const { db } = ctx;
  const end = await chainHead(db);
  const from = input.after === 0 ? undefined : await linkAt(db, input.after);
  const walk = startWalk(from ?? { ...GENESIS, seq: input.after }, from?.atTime ?? undefined);
  if (input.after > 0 && !from) found(walk, 'LINK_MISSING', input.after, null);

  while (walk.checked < input.limit) {
    const links = await linksAfter(db, walk.head.seq, end.seq, Math.min(BATCH, input.limit - walk.checked));
    if (links.length === 0) break;
    const records = await recordsOf(db, links);
    for (const link of links) step(walk, ctx.ports.macs, link, records.get(link.auditId));
  }
  const next = walk.head.seq < end.seq && walk.checked > 0 ? walk.head.seq : null;
  const last = next === null ? await atTheEnd(ctx, walk) : { unchained: 0, checkpoints: null };
  const answer = {
    ok: walk.problems === 0,
    checked: walk.checked,
    total: end.seq,
    next,
    problems: walk.problems,
    firstProblem: walk.first ?? null,
    ...last,
  };
  if (next === null || !answer.ok) {
    const { checked, problems, firstProblem } = answer;
    const first = firstProblem && { problem: firstProblem.kind, link: firstProblem.seq, entry: firstProblem.auditId };
    ctx.audit({ targetType: 'audit', detail: { checked, problems, ...first } });
  }
  return answer;
});

/** What no link tells: rows put there later, rows that wait too long, and whether this is the chain the checkpoints saw. */
async function atTheEnd(ctx: Context, walk: Walk) {
  const { db } = ctx;
  const now = ctx.now();
  const checkpoints = await checkCheckpoints(ctx, walk);
  const { old, waiting } = await unchained(db, await chainedBy(db, after(now, -LATEST - 10 * MINUTE)));
  if (old.count > 0) found(walk, 'INSERTED', null, Number(old.firstId));
  if (waiting.firstTime && waiting.firstTime < after(now, -LATEST))
    found(walk, 'BEHIND', null, Number(waiting.firstId));
  return { unchained: old.count + waiting.count, checkpoints };
}
