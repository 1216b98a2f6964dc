import { LOCALES } from '@forewarn/core/kernel/locale';
import { StaffInvite } from '@forewarn/core/staff/model';
import { ErrorNote } from '@forewarn/ui/feedback';
import { useT } from '@forewarn/ui/i18n';
import { Button, Group, Modal, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '../../api.ts';
import { useProblem } from '../../app/use-problem.ts';
import { RoleAndTeam } from './role-and-team.tsx';
import { useStaffText } from './text.ts';

export function InviteDialog({ onClose }: { onClose: () => void }) {
  const t = useStaffText().invite;
  const words = useT();
  const trpc = useTRPC();
  const cache = useQueryClient();
  const toProblem = useProblem();
  const form = useForm({
    initialValues: { email: '', name: '', roles: [] as string[], team: '', locale: 'zh-CN' },
    validate: {
      email: (value) => (StaffInvite.shape.email.safeParse(value).success ? null : t.emailHint),
      name: (value) => (value.trim() === '' ? t.required : null),
      roles: (value) => (value.length > 0 ? null : t.rolesHint),
    },
  });
  const invite = useMutation(
    trpc.admin.staff.invite.mutationOptions({
      onSuccess: async (_made, { email }) => {
        notifications.show({ message: t.done(email) });
        await cache.invalidateQueries(trpc.admin.staff.pathFilter());
        await cache.invalidateQueries(trpc.admin.roles.pathFilter());
        onClose();
      },
    }),
  );
  const problem = invite.error && toProblem(invite.error);
  const { values } = form;
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
        onSubmit={form.onSubmit(({ team, locale, ...rest }) =>
          invite.mutate({
            ...rest,
            teamId: team === '' ? null : Number(team),
            locale: LOCALES.find((one) => one === locale) ?? 'zh-CN',
          }),
        )}
      >
        <Stack gap="md">
          <TextInput label={t.email} type="email" required data-autofocus {...form.getInputProps('email')} />
          <TextInput label={t.name} required {...form.getInputProps('name')} />
          <RoleAndTeam
            roles={values.roles}
            onRoles={(roles) => form.setFieldValue('roles', roles)}
            team={values.team}
            onTeam={(team) => form.setFieldValue('team', team)}
            error={typeof form.errors.roles === 'string' ? form.errors.roles : undefined}
          />
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
            <Button variant="default" onClick={onClose} disabled={invite.isPending}>
              {words.cancel}
            </Button>
            <Button type="submit" loading={invite.isPending}>
              {t.submit}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
