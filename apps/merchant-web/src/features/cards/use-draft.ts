import type { Card } from '@forewarn/core/cards/model';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { queryClient, trpc } from '../../api.ts';
import { type CardValues, isTouched } from './card-rules.ts';

/** How long typing pauses before what is there is kept. */
const PAUSE = 1200;

export type DraftSign = 'none' | 'saving' | 'saved' | 'failed' | 'conflict';

export interface DraftSaving {
  sign: DraftSign;
  /** The draft's number once what is being saved is saved; typing saves nothing any more. */
  settle: () => Promise<number | undefined>;
}

/**
 * Keeps what is typed as a draft, one save at a time, the latest values winning. `card` is the draft to go on with; for a card that
 * is no draft nothing is kept (`enabled` false).
 */
export function useDraft(values: CardValues, start: CardValues, card: Card | undefined, enabled: boolean): DraftSaving {
  const { mutateAsync } = useMutation(trpc.cards.saveDraft.mutationOptions());
  const [sign, setSign] = useState<DraftSign>('none');
  const known = useRef<{ id: number; version: number } | undefined>(card && { id: card.id, version: card.version });
  const kept = useRef(start);
  const latest = useRef(values);
  latest.current = values;
  const running = useRef<Promise<void>>(Promise.resolve());
  const over = useRef(!enabled);

  const save = useRef(() => {
    running.current = running.current.then(async () => {
      const typed = latest.current;
      if (over.current || !isTouched(typed, kept.current)) return;
      setSign('saving');
      try {
        const { id, version } = await mutateAsync({ ...known.current, ...typed });
        known.current = { id, version };
        kept.current = typed;
        setSign('saved');
        void queryClient.invalidateQueries(trpc.cards.list.queryFilter());
      } catch (error) {
        const code = (error as { data?: { error?: string } }).data?.error;
        // Changed on another device meanwhile: neither of the two is thrown away unseen.
        if (code === 'CONFLICT') over.current = true;
        setSign(code === 'CONFLICT' ? 'conflict' : 'failed');
      }
    });
  });

  useEffect(() => {
    if (over.current || !isTouched(values, kept.current)) return;
    const timer = setTimeout(() => save.current(), PAUSE);
    return () => clearTimeout(timer);
  }, [values]);

  // However the form is closed, what was typed last is kept.
  useEffect(() => {
    const keep = save.current;
    return () => keep();
  }, []);

  return {
    sign,
    async settle() {
      over.current = true;
      await running.current;
      return known.current?.id;
    },
  };
}
