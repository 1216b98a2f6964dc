import type { Card } from '@forewarn/core/cards/model';
import { useMutation } from '@tanstack/react-query';
import { queryClient, trpc } from '../../api.ts';
import type { CardValues } from './card-rules.ts';

const refresh = () => queryClient.invalidateQueries(trpc.cards.list.queryFilter());

interface SaveCard {
  /** The card that is changed; absent for a new one. */
  card: Card | undefined;
  values: CardValues;
  enrol: boolean;
}

/** Saves and, when asked to, submits. A card that was saved stays saved when submitting fails: then `enrolError` says why. */
export function useSaveCard() {
  const create = useMutation(trpc.cards.create.mutationOptions());
  const update = useMutation(trpc.cards.update.mutationOptions());
  const register = useMutation(trpc.cards.register.mutationOptions());
  return useMutation({
    mutationFn: async ({ card, values, enrol }: SaveCard): Promise<{ card: Card; enrolError: unknown }> => {
      const input = { ...values, remark: values.remark };
      const saved = card
        ? await update.mutateAsync({ ...input, id: card.id, version: card.version })
        : await create.mutateAsync(input);
      if (!enrol) return { card: saved, enrolError: null };
      try {
        return { card: await register.mutateAsync({ id: saved.id }), enrolError: null };
      } catch (enrolError) {
        return { card: saved, enrolError };
      }
    },
    onSettled: refresh,
  });
}

export function useEnrolCard() {
  return useMutation(trpc.cards.register.mutationOptions({ onSettled: refresh }));
}

export function useRemoveCard() {
  return useMutation(trpc.cards.remove.mutationOptions({ onSuccess: refresh }));
}
