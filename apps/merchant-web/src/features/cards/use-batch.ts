import { type CardResults, MOST_CARDS } from '@forewarn/core/cards/model';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { queryClient, trpc } from '../../api.ts';
import { type CardSearch, listInput } from './cards-search.ts';
import { refreshCards } from './use-card-mutations.ts';

export type BatchAct = 'enrol' | 'remove';
type Result = CardResults['results'][number];

export interface BatchRun {
  act: BatchAct;
  total: number;
  results: readonly Result[];
  running: boolean;
  /** The connection broke: what has no result yet may be tried again. */
  error: unknown;
}

/** So many at once, so that the progress moves and one call stays short. */
const PIECE = Math.min(25, MOST_CARDS);

/** Runs an act over any number of cards, piece by piece; every card has a result of its own. */
export function useBatch(names: Map<number, string>) {
  const enrol = useMutation(trpc.cards.registerMany.mutationOptions());
  const remove = useMutation(trpc.cards.removeMany.mutationOptions());
  const [run, setRun] = useState<BatchRun>();

  async function start(act: BatchAct, ids: readonly number[]): Promise<void> {
    const call = act === 'enrol' ? enrol.mutateAsync : remove.mutateAsync;
    let results: Result[] = [];
    const show = (running: boolean, error: unknown = null) =>
      setRun({ act, total: ids.length, results, running, error });
    show(true);
    try {
      for (let from = 0; from < ids.length; from += PIECE) {
        const piece = await call({ ids: ids.slice(from, from + PIECE) });
        results = [...results, ...piece.results];
        show(from + PIECE < ids.length);
      }
    } catch (error) {
      show(false, error);
    }
    await refreshCards();
  }

  /** Every card that fits the filter, on all its pages. */
  async function allMatching(search: CardSearch): Promise<number[]> {
    const ids: number[] = [];
    for (let page = 1; ; page++) {
      const found = await queryClient.fetchQuery(
        trpc.cards.list.queryOptions({ ...listInput(search), page, size: 100 }, { staleTime: 0 }),
      );
      for (const card of found.records) {
        if (card.status === 'CLOSED') continue;
        ids.push(card.id);
        names.set(card.id, card.descriptor);
      }
      if (page >= found.pages) return ids;
    }
  }

  return { run, start, allMatching, done: () => setRun(undefined) };
}
