import type { AlertSummary } from '@forewarn/core/alerts/model';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC, useTRPCClient } from '../../api.ts';

export interface Assignment {
  alerts: readonly Pick<AlertSummary, 'id' | 'alertId'>[];
  merchantId: number;
  cardId: number | undefined;
  reason: string;
}

export interface AssignOutcome {
  assigned: Set<number>;
  failed: { alertId: string; error: unknown }[];
}

/**
 * Assigns one alert after another: each is a decision with an audit row of its own. What one refuses doesn't stop the others, and
 * every refusal is told.
 */
export function useAssign() {
  const client = useTRPCClient();
  const trpc = useTRPC();
  const cache = useQueryClient();
  const [done, setDone] = useState(0);
  const mutation = useMutation({
    mutationFn: async ({ alerts, merchantId, cardId, reason }: Assignment): Promise<AssignOutcome> => {
      const outcome: AssignOutcome = { assigned: new Set(), failed: [] };
      setDone(0);
      for (const { id, alertId } of alerts) {
        try {
          await client.admin.alerts.assign.mutate({ id, merchantId, reason, ...(cardId !== undefined && { cardId }) });
          outcome.assigned.add(id);
        } catch (error) {
          outcome.failed.push({ alertId, error });
        }
        setDone((count) => count + 1);
      }
      return outcome;
    },
    onSettled: () =>
      Promise.all([
        cache.invalidateQueries(trpc.admin.alerts.list.queryFilter()),
        cache.invalidateQueries(trpc.admin.alerts.pulse.queryFilter()),
        cache.invalidateQueries(trpc.alerts.get.queryFilter()),
      ]),
  });
  return { ...mutation, done };
}
