import type { AlertSummary } from '@forewarn/core/alerts/model';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC, useTRPCClient } from '../../api.ts';
import { useProblem } from '../../app/use-problem.ts';
import type { Learn } from './learn-choice.tsx';

export interface Assignment {
  /** The open one first. */
  alerts: readonly Pick<AlertSummary, 'id' | 'alertId'>[];
  merchantId: number;
  cardId: number | undefined;
  reason: string;
  /** What is to be remembered of the first one's descriptor. */
  learn: Learn;
}

export interface AssignOutcome {
  assigned: Set<number>;
  failed: { alertId: string; message: string }[];
}

/** As many as one request takes, so that there is something to see while many are assigned. */
const AT_ONCE = 20;

/**
 * Remembers the descriptor, if that is asked for, then assigns the alerts. Each is a decision with an audit row of its own: what one refuses
 * doesn't stop the others, and every refusal is told.
 */
export function useAssign() {
  const client = useTRPCClient();
  const trpc = useTRPC();
  const cache = useQueryClient();
  const toProblem = useProblem();
  const [done, setDone] = useState(0);
  const mutation = useMutation({
    mutationFn: async ({ alerts, merchantId, cardId, reason, learn }: Assignment): Promise<AssignOutcome> => {
      const outcome: AssignOutcome = { assigned: new Set(), failed: [] };
      setDone(0);
      const [first] = alerts;
      const card = cardId !== undefined && { cardId };
      if (learn !== 'none' && first)
        await client.admin.aliases.learn.mutate({
          alertId: first.id,
          merchantId,
          withBin: learn === 'bin',
          reason,
          ...card,
        });
      for (let at = 0; at < alerts.length; at += AT_ONCE) {
        const part = alerts.slice(at, at + AT_ONCE);
        const nameOf = (id: number) => part.find((one) => one.id === id)?.alertId ?? String(id);
        try {
          const ids = part.map(({ id }) => id);
          const { results } = await client.admin.alerts.assignMany.mutate({ ids, merchantId, reason, ...card });
          for (const { id, ok, message } of results) {
            if (ok) outcome.assigned.add(id);
            else outcome.failed.push({ alertId: nameOf(id), message: message ?? '' });
          }
        } catch (error) {
          const { title, text } = toProblem(error);
          outcome.failed.push(...part.map(({ alertId }) => ({ alertId, message: `${title} ${text}`.trim() })));
        }
        setDone((count) => count + part.length);
      }
      return outcome;
    },
    onSettled: () =>
      Promise.all([
        cache.invalidateQueries(trpc.admin.alerts.list.queryFilter()),
        cache.invalidateQueries(trpc.admin.alerts.pulse.queryFilter()),
        cache.invalidateQueries(trpc.admin.aliases.pathFilter()),
        cache.invalidateQueries(trpc.alerts.get.queryFilter()),
      ]),
  });
  return { ...mutation, done };
}
