import type { StaffMember } from '@forewarn/core/staff/model';
import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from '../../api.ts';
import { useProblem } from '../../app/use-problem.ts';
import { DisableDialog } from './disable-dialog.tsx';
import { useStaffText } from './text.ts';

/** What the person's state allows: the invitation again or back, or disable and enable. */
export function MemberActions({ member, onGone }: { member: StaffMember; onGone: () => void }) {
  const t = useStaffText().edit;
  const trpc = useTRPC();
  const cache = useQueryClient();
  const toProblem = useProblem();
  const [disabling, setDisabling] = useState(false);
  const settled = (message: string) => ({
    onSuccess: async () => {
      notifications.show({ message });
      await cache.invalidateQueries(trpc.admin.staff.pathFilter());
    },
    onError: (error: unknown) => notifications.show({ color: 'red', message: toProblem(error).text }),
  });
  const resend = useMutation(trpc.admin.staff.resendInvitation.mutationOptions(settled(t.resent)));
  const enable = useMutation(trpc.admin.staff.enable.mutationOptions(settled(t.enabled(member.name))));
  const remove = useMutation(
    trpc.admin.staff.removeInvitation.mutationOptions({
      ...settled(t.removed),
      onSuccess: async () => {
        notifications.show({ message: t.removed });
        onGone();
        await cache.invalidateQueries(trpc.admin.staff.list.queryFilter());
      },
    }),
  );
  const { id } = member;
  return (
    <Group gap="sm">
      {member.status === 'INVITED' && (
        <>
          <Button variant="default" loading={resend.isPending} onClick={() => resend.mutate({ id })}>
            {t.resend}
          </Button>
          <Button variant="light" color="red" loading={remove.isPending} onClick={() => remove.mutate({ id })}>
            {t.remove}
          </Button>
        </>
      )}
      {member.status === 'ACTIVE' && (
        <Button variant="light" color="red" onClick={() => setDisabling(true)}>
          {t.disable}
        </Button>
      )}
      {member.status === 'DISABLED' && (
        <Button variant="default" loading={enable.isPending} onClick={() => enable.mutate({ id })}>
          {t.enable}
        </Button>
      )}
      {disabling && <DisableDialog member={member} onClose={() => setDisabling(false)} />}
    </Group>
  );
}
