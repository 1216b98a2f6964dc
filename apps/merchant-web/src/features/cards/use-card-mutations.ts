import type { Card } from '@forewarn/core/cards/model';
import { useMutation } from '@tanstack/react-query';
import { queryClient, trpc } from '../../api.ts';
import { type CardValues, sentValues } from './card-rules.ts';

export const refreshCards = () => queryClient.invalidateQueries(trpc.cards.list.queryFilter());

interface SaveCard {
  /** The card that is changed; absent for a new one or a draft. */
  card: Card | undefined;
  /** The draft it comes from; removed with the saving. */
  draftId?: number | undefined;
  values: CardValues;
  enrol: boolean;
}

/** Saves and, when asked to, submits. A card that was saved stays saved when submitting fails: then `enrolError` says why. */
export function useSaveCard() {
  const create = useMutation(trpc.cards.create.mutationOptions());
  const update = useMutation(trpc.cards.update.mutationOptions());
  const register = useMutation(trpc.cards.register.mutationOptions());
  return useMutation({
    mutationFn: async ({ card, draftId, values, enrol }: SaveCard): Promise<{ card: Card; enrolError: unknown }> => {
      const input = sentValues(values);
      const saved = card
        ? await update.mutateAsync({ ...input, id: card.id, version: card.version })
        : await create.mutateAsync({ ...input, draftId });
      if (!enrol) return { card: saved, enrolError: null };
      try {
        return { card: await register.mutateAsync({ id: saved.id }), enrolError: null };
      } catch (enrolError) {
        return { card: saved, enrolError };
      }
    },
    onSettled: refreshCards,
  });
}

export function useEnrolCard() {
  return useMutation(trpc.cards.register.mutationOptions({ onSettled: refreshCards }));
}

export function useRemoveCard() {
  return useMutation(trpc.cards.remove.mutationOptions({ onSuccess: refreshCards }));
}
