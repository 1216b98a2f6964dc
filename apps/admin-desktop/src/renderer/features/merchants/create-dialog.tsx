import { LOCALES } from '@forewarn/core/kernel/locale';
import { NewMerchant } from '@forewarn/core/merchants/model';
import { ErrorNote } from '@forewarn/ui/feedback';
import { useT } from '@forewarn/ui/i18n';
import { Button, Group, Modal, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTRPC } from '../../api.ts';
import { useProblem } from '../../app/use-problem.ts';
import { useMerchantsText } from './text.ts';

/** Staff make the merchant, its owner sets the password: nobody here ever knows one. */
export function CreateDialog({ onClose }: { onClose: () => void }) {
  const t = useMerchantsText().create;
  const words = useT();
  const trpc = useTRPC();
  const cache = useQueryClient();
  const navigate = useNavigate();
  const toProblem = useProblem();
  const form = useForm({
    initialValues: { companyName: '', contactPerson: '', email: '', phone: '', locale: 'zh-CN' },
    validate: {
      companyName: (value) => (NewMerchant.shape.companyName.safeParse(value).success ? null : t.companyHint),
      contactPerson: (value) => (value.trim() === '' ? t.required : null),
      email: (value) => (NewMerchant.shape.email.safeParse(value).success ? null : t.emailHint),
      phone: (value) => (NewMerchant.shape.phone.safeParse(value || null).success ? null : t.phoneHint),
    },
  });
  const create = useMutation(
    trpc.admin.merchants.create.mutationOptions({
      onSuccess: async ({ id }, { companyName }) => {
        notifications.show({ message: t.done(companyName) });
        await cache.invalidateQueries(trpc.admin.merchants.list.queryFilter());
        onClose();
        await navigate({ to: '/merchants/$id', params: { id: String(id) } });
      },
    }),
  );
  const problem = create.error && toProblem(create.error);
  return (
    <Modal
      opened
      onClose={onClose}
      title={t.title}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': words.close }}
    >
      <form
        noValidate
        onSubmit={form.onSubmit(({ phone, locale, ...rest }) =>
          create.mutate({
            ...rest,
            phone: phone.trim() === '' ? null : phone,
            locale: LOCALES.find((one) => one === locale) ?? 'zh-CN',
          }),
        )}
      >
        <Stack gap="md">
          <TextInput label={t.company} required data-autofocus {...form.getInputProps('companyName')} />
          <TextInput label={t.contact} required {...form.getInputProps('contactPerson')} />
          <TextInput label={t.email} type="email" required {...form.getInputProps('email')} />
          <TextInput label={t.phone} type="tel" {...form.getInputProps('phone')} />
          <NativeSelect
            label={t.locale}
            data={[
              { value: 'zh-CN', label: '中文' },
              { value: 'en', label: 'English' },
            ]}
            {...form.getInputProps('locale')}
          />
          <Text size="sm">{t.follows}</Text>
          {problem && <ErrorNote problem={problem} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose} disabled={create.isPending}>
              {words.cancel}
            </Button>
            <Button type="submit" loading={create.isPending}>
              {t.submit}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
