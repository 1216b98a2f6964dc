import type { Card } from '@forewarn/core/cards/model';
import { useState } from 'react';
import { canChange } from './card-state.ts';
import type { CardSearch } from './cards-search.ts';
import { type BatchAct, useBatch } from './use-batch.ts';

/** Which cards are selected, across pages, and what is done with all of them. */
export function useSelection(cards: readonly Card[], search: CardSearch) {
  const [selected, setSelected] = useState<ReadonlySet<number>>(new Set());
  const [names] = useState(() => new Map<number, string>());
  const [gathering, setGathering] = useState(false);
  const batch = useBatch(names);
  for (const card of cards) names.set(card.id, card.descriptor);
  const selectable = cards.filter(canChange);

  return {
    selected,
    selectable: selectable.length,
    gathering,
    run: batch.run,
    nameOf: (id: number) => names.get(id) || `#${id}`,
    clear: () => setSelected(new Set()),
    toggle: (card: Card, on: boolean) =>
      setSelected((before) => {
        const next = new Set(before);
        if (on) next.add(card.id);
        else next.delete(card.id);
        return next;
      }),
    selectPage: () => setSelected((before) => new Set([...before, ...selectable.map(({ id }) => id)])),
    selectAll: async () => {
      setGathering(true);
      try {
        setSelected(new Set(await batch.allMatching(search)));
      } finally {
        setGathering(false);
      }
    },
    start: (act: BatchAct, ids: readonly number[] = [...selected]) => void batch.start(act, ids),
    finish: () => {
      batch.done();
      setSelected(new Set());
    },
  };
}
