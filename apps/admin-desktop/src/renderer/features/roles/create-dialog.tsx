import { RoleCode, type StaffRoleView } from '@forewarn/core/staff/model';
import { ErrorNote } from '@forewarn/ui/feedback';
import { useT } from '@forewarn/ui/i18n';
import { Button, Group, Modal, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTRPC } from '../../api.ts';
import { useProblem } from '../../app/use-problem.ts';
import { useRoleNames } from '../../app/use-role-names.ts';
import { useRolesText } from './text.ts';

/** A role of one's own, empty or with the rights of another to begin with. */
export function CreateRoleDialog({ roles, onClose }: { roles: readonly StaffRoleView[]; onClose: () => void }) {
  const t = useRolesText().create;
  const words = useT();
  const trpc = useTRPC();
  const cache = useQueryClient();
  const navigate = useNavigate();
  const toProblem = useProblem();
  const { nameOf } = useRoleNames();
  const form = useForm({
    initialValues: { name: '', code: '', from: '' },
    validate: {
      name: (value) => (value.trim() === '' ? t.required : null),
      code: (value) => (RoleCode.safeParse(value).success ? null : t.codeHint),
    },
  });
  const create = useMutation(
    trpc.admin.roles.create.mutationOptions({
      onSuccess: async ({ code }) => {
        notifications.show({ message: t.done });
        await cache.invalidateQueries(trpc.admin.roles.pathFilter());
        onClose();
        await navigate({ to: '/roles', search: { role: code } });
      },
    }),
  );
  return (
    <Modal opened onClose={onClose} title={t.title} closeButtonProps={{ 'aria-label': words.close }}>
      <form
        noValidate
        onSubmit={form.onSubmit(({ name, code, from }) =>
          create.mutate({ name, code, grants: roles.find((role) => role.code === from)?.grants ?? {} }),
        )}
      >
        <Stack gap="md">
          <TextInput label={t.name} required data-autofocus {...form.getInputProps('name')} />
          <TextInput
            label={t.code}
            description={t.codeHint}
            required
            spellCheck={false}
            {...form.getInputProps('code')}
            onChange={(event) => form.setFieldValue('code', event.currentTarget.value.toUpperCase())}
          />
          <NativeSelect
            label={t.from}
            data={[
              { value: '', label: t.fromNothing },
              ...roles.map(({ code }) => ({ value: code, label: nameOf(code) })),
            ]}
            {...form.getInputProps('from')}
          />
          {create.error && <ErrorNote problem={toProblem(create.error)} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
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
