import type { AlertDetail } from '@forewarn/core/alerts/model';
import { type Card, CardBin } from '@forewarn/core/cards/model';
import { EnrolGapInput } from '@forewarn/core/descriptors/model';
import { ErrorNote } from '@forewarn/ui/feedback';
import { useT } from '@forewarn/ui/i18n';
import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import { useTRPC } from '../../api.ts';
import { Facts } from '../../app/facts.tsx';
import { useProblem } from '../../app/use-problem.ts';
import { useQueueText } from './text/queue.ts';

export type NewCard = z.output<typeof Card>;

interface NewCardDialogProps {
  alert: AlertDetail;
  merchantId: number;
  merchantName: string;
  onMade: (card: NewCard) => void;
  onClose: () => void;
}

/** The card the merchant lacks, from what the alert carries; it is submitted at once, and the alert goes with it. */
export function NewCardDialog({ alert, merchantId, merchantName, onMade, onClose }: NewCardDialogProps) {
  const t = useQueueText().newCard;
  const words = useT();
  const trpc = useTRPC();
  const cache = useQueryClient();
  const toProblem = useProblem();
  const needsBin = alert.cardBinMasked === null;
  const form = useForm({
    initialValues: { cardBin: '', notifyEmail: '' },
    validate: {
      cardBin: (value) => (!needsBin || CardBin.safeParse(value).success ? null : t.binFault),
      notifyEmail: (value) =>
        EnrolGapInput.shape.notifyEmail.safeParse(value.trim() || undefined).success ? null : t.emailFault,
    },
  });
  const enrol = useMutation(
    trpc.descriptors.enrol.mutationOptions({
      onSuccess: async (card) => {
        notifications.show({ message: t.done(card.descriptor) });
        onMade(card);
        await cache.invalidateQueries(trpc.cards.list.queryFilter());
      },
    }),
  );
  const submit = form.onSubmit(({ cardBin, notifyEmail }) =>
    enrol.mutate({
      alertId: alert.id,
      merchantId,
      ...(needsBin && { cardBin }),
      ...(notifyEmail.trim() !== '' && { notifyEmail }),
    }),
  );
  return (
    <Modal
      opened
      onClose={onClose}
      title={t.title(merchantName)}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': words.close }}
    >
      <form noValidate onSubmit={submit}>
        <Stack gap="md">
          <Text size="sm">{t.follows}</Text>
          <Facts
            items={[
              { label: t.descriptor, value: alert.descriptor ?? alert.descriptorRegister },
              { label: t.bin, value: alert.cardBinMasked ?? t.noBin },
              { label: t.caid, value: alert.caid },
            ]}
          />
          {needsBin && (
            <TextInput
              label={t.bin}
              description={t.binHint}
              inputMode="numeric"
              required
              {...form.getInputProps('cardBin')}
            />
          )}
          <TextInput
            label={t.email}
            description={t.emailHint}
            type="email"
            data-autofocus
            {...form.getInputProps('notifyEmail')}
          />
          {enrol.error && <ErrorNote problem={toProblem(enrol.error)} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose} disabled={enrol.isPending}>
              {words.cancel}
            </Button>
            <Button type="submit" loading={enrol.isPending}>
              {t.submit}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
