import type { Caller, Core } from '../kernel/context.ts';
import { execute } from '../kernel/execute.ts';
import type { AuditVerification } from './model.ts';
import { verifyAudit } from './verify-audit.ts';

export type WholeVerification = Omit<AuditVerification, 'next'>;

/** The whole chain, stretch by stretch; `progress` is told after each. */
export async function verifyWhole(
  core: Core,
  caller: Caller,
  progress: (checked: number, total: number) => void = () => undefined,
): Promise<WholeVerification> {
  let whole: WholeVerification | undefined;
  let after = 0;
  for (;;) {
    const { next, ...part } = await execute(core, caller, verifyAudit, { after });
    whole = {
      ...part,
      ok: part.ok && (whole?.ok ?? true),
      checked: part.checked + (whole?.checked ?? 0),
      problems: part.problems + (whole?.problems ?? 0),
      firstProblem: whole?.firstProblem ?? part.firstProblem,
    };
    progress(whole.checked, whole.total);
    if (next === null) return whole;
    after = next;
  }
}
