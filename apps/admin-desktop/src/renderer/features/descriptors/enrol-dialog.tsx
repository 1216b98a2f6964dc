import { CardBin } from '@forewarn/core/cards/model';
import { EnrolGapInput, type UnmatchedDescriptor } from '@forewarn/core/descriptors/model';
import { ErrorNote } from '@forewarn/ui/feedback';
import { useT } from '@forewarn/ui/i18n';
import { Button, Group, Modal, Radio, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '../../api.ts';
import { MerchantSelect } from '../../app/merchant-select.tsx';
import { useProblem } from '../../app/use-problem.ts';
import { useDescriptorsText } from './text.ts';

/** Chooses the merchant, and which of the seen combinations; everything else comes from the alerts. */
export function EnrolDialog({ found, onClose }: { found: UnmatchedDescriptor; onClose: () => void }) {
  const { dialog: t, noBin } = useDescriptorsText();
  const words = useT();
  const trpc = useTRPC();
  const cache = useQueryClient();
  const toProblem = useProblem();
  const [first] = found.variants;
  const form = useForm<{ merchantId: number | undefined; alertId: string; cardBin: string; notifyEmail: string }>({
    initialValues: { merchantId: undefined, alertId: String(first?.alertId ?? ''), cardBin: '', notifyEmail: '' },
    validate: {
      merchantId: (value) => (value === undefined ? t.merchantMissing : null),
      cardBin: (value, { alertId }) => (!needsBin(alertId) || CardBin.safeParse(value).success ? null : t.binFault),
      notifyEmail: (value) =>
        EnrolGapInput.shape.notifyEmail.safeParse(value.trim() || undefined).success ? null : t.emailFault,
    },
  });
  const needsBin = (alertId: string) =>
    found.variants.find((one) => String(one.alertId) === alertId)?.cardBinMasked === null;
  const enrol = useMutation(
    trpc.descriptors.enrol.mutationOptions({
      onSuccess: async (card) => {
        notifications.show({ message: t.done(card.descriptor) });
        onClose();
        await cache.invalidateQueries(trpc.admin.descriptors.unmatched.queryFilter());
        await cache.invalidateQueries(trpc.cards.list.queryFilter());
      },
    }),
  );
  const submit = form.onSubmit(({ merchantId, alertId, cardBin, notifyEmail }) =>
    enrol.mutate({
      alertId: Number(alertId),
      merchantId,
      ...(needsBin(alertId) && { cardBin }),
      ...(notifyEmail.trim() !== '' && { notifyEmail }),
    }),
  );
  return (
    <Modal
      opened
      onClose={onClose}
      title={t.title(found.descriptor)}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': words.close }}
    >
      <form noValidate onSubmit={submit}>
        <Stack gap="md">
          <Text size="sm">{t.follows}</Text>
          <MerchantSelect
            label={t.merchant}
            value={form.values.merchantId}
            onChange={(merchantId) => form.setFieldValue('merchantId', merchantId)}
            error={typeof form.errors.merchantId === 'string' ? form.errors.merchantId : undefined}
          />
          <Radio.Group label={t.variant} {...form.getInputProps('alertId')}>
            <Stack gap={6} mt={6}>
              {found.variants.map((one) => (
                <Radio
                  key={one.alertId}
                  value={String(one.alertId)}
                  label={t.variantLabel(one.cardBinMasked ?? noBin, one.caid || t.noCaid, one.count)}
                />
              ))}
            </Stack>
          </Radio.Group>
          {needsBin(form.values.alertId) && (
            <TextInput
              label={t.bin}
              description={t.binHint}
              inputMode="numeric"
              required
              {...form.getInputProps('cardBin')}
            />
          )}
          <TextInput label={t.email} description={t.emailHint} type="email" {...form.getInputProps('notifyEmail')} />
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
