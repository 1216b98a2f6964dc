import type { AuditVerification } from '@forewarn/core/audit/model';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC, useTRPCClient } from '../../api.ts';

export type Verified = Omit<AuditVerification, 'next'>;

/** Verifies the whole log stretch by stretch, and says meanwhile how far it is. */
export function useVerification() {
  const client = useTRPCClient();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [progress, setProgress] = useState({ checked: 0, total: 0 });
  const run = useMutation({
    // It has left an entry of its own.
    onSettled: () => queries.invalidateQueries(trpc.admin.audit.list.pathFilter()),
    mutationFn: async (): Promise<Verified> => {
      setProgress({ checked: 0, total: 0 });
      let whole: Verified | undefined;
      for (let after: number | null = 0; ; ) {
        const { next, ...part }: AuditVerification = await client.admin.audit.verify.mutate({ after });
        whole = {
          ...part,
          ok: part.ok && (whole?.ok ?? true),
          checked: part.checked + (whole?.checked ?? 0),
          problems: part.problems + (whole?.problems ?? 0),
          firstProblem: whole?.firstProblem ?? part.firstProblem,
        };
        setProgress({ checked: whole.checked, total: whole.total });
        if (next === null) return whole;
        after = next;
      }
    },
  });
  return { ...run, progress };
}
