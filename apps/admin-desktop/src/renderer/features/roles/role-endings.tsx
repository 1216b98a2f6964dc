import type { StaffRoleView } from '@forewarn/core/staff/model';
import { ConfirmDialog } from '@forewarn/ui/feedback';
import { Button, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTRPC } from '../../api.ts';
import { useProblem } from '../../app/use-problem.ts';
import { useRoleNames } from '../../app/use-role-names.ts';
import { useRolesText } from './text.ts';

/** Back to what a built-in role came with, or away with one of one's own. */
export function RoleEndings({ role }: { role: StaffRoleView }) {
  const t = useRolesText();
  const trpc = useTRPC();
  const cache = useQueryClient();
  const navigate = useNavigate();
  const toProblem = useProblem();
  const { nameOf } = useRoleNames();
  const [removing, setRemoving] = useState(false);
  const { code, version } = role;
  const reset = useMutation(
    trpc.admin.roles.reset.mutationOptions({
      onSuccess: async () => {
        notifications.show({ message: t.resetDone });
        await cache.invalidateQueries(trpc.admin.roles.pathFilter());
      },
      onError: (error) => notifications.show({ color: 'red', message: toProblem(error).text }),
    }),
  );
  const remove = useMutation(
    trpc.admin.roles.remove.mutationOptions({
      onSuccess: async () => {
        notifications.show({ message: t.removed });
        await navigate({ to: '/roles', search: {} });
        await cache.invalidateQueries(trpc.admin.roles.pathFilter());
      },
    }),
  );
  if (role.builtIn) {
    if (!role.changed) return null;
    return (
      <Button variant="default" loading={reset.isPending} onClick={() => reset.mutate({ code, version })}>
        {t.reset}
      </Button>
    );
  }
  return (
    <>
      <Button variant="light" color="red" onClick={() => setRemoving(true)}>
        {t.remove}
      </Button>
      <ConfirmDialog
        opened={removing}
        dangerous
        title={t.removeTitle(nameOf(code))}
        confirmLabel={t.remove}
        busy={remove.isPending}
        problem={remove.error ? toProblem(remove.error) : undefined}
        onConfirm={() => remove.mutate({ code, version })}
        onCancel={() => {
          setRemoving(false);
          remove.reset();
        }}
      >
        <Text size="sm">{t.removeText}</Text>
      </ConfirmDialog>
    </>
  );
}
