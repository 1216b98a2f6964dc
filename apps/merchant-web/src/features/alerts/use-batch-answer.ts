import type { ProcessManyInput, ProcessManyResults } from '@forewarn/core/alert-batches/model';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { queryClient, trpc } from '../../api.ts';

type Result = ProcessManyResults['results'][number];
export type BatchAnswer = Pick<ProcessManyInput, 'action' | 'reason'>;

export interface BatchRun {
  answer: BatchAnswer;
  ids: readonly number[];
  results: readonly Result[];
  running: boolean;
  /** The connection broke: what has no result yet may be sent again, under the same name. */
  error: unknown;
}

/** So many a call, so that the progress moves and each call stays short. */
const PIECE = 10;

/** Gives many alerts one answer, piece by piece; a piece that is sent twice counts once. */
export function useBatchAnswer() {
  const send = useMutation(trpc.alerts.processMany.mutationOptions());
  const [batch] = useState(() => [...crypto.getRandomValues(new Uint32Array(4))].join('-'));
  const [run, setRun] = useState<BatchRun>();

  async function go(answer: BatchAnswer, ids: readonly number[], before: readonly Result[], again: readonly number[]) {
    let results = before.filter(({ id }) => !again.includes(id));
    const show = (running: boolean, error: unknown = null) => setRun({ answer, ids, results, running, error });
    show(true);
    try {
      for (let from = 0; from < again.length; from += PIECE) {
        const piece = await send.mutateAsync({ ...answer, ids: again.slice(from, from + PIECE), batch });
        results = [...results, ...piece.results];
        show(from + PIECE < again.length);
      }
    } catch (error) {
      show(false, error);
    }
    void queryClient.invalidateQueries(trpc.alerts.list.queryFilter());
    void queryClient.invalidateQueries(trpc.alerts.pulse.queryFilter());
  }

  return {
    run,
    start: (answer: BatchAnswer, ids: readonly number[]) => void go(answer, ids, [], ids),
    /** What was refused and what has no result. */
    retry: () => {
      if (!run) return;
      const done = new Set(run.results.filter(({ ok }) => ok).map(({ id }) => id));
      void go(
        run.answer,
        run.ids,
        run.results,
        run.ids.filter((id) => !done.has(id)),
      );
    },
  };
}
