import type { StaffMember } from '@forewarn/core/staff/model';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '../../api.ts';
import { ReasonDialog } from '../../app/reason-dialog.tsx';
import { useProblem } from '../../app/use-problem.ts';
import { useStaffText } from './text.ts';

export function DisableDialog({ member, onClose }: { member: StaffMember; onClose: () => void }) {
  const t = useStaffText().edit;
  const trpc = useTRPC();
  const cache = useQueryClient();
  const toProblem = useProblem();
  const disable = useMutation(
    trpc.admin.staff.disable.mutationOptions({
      onSuccess: async () => {
        notifications.show({ message: t.disabled(member.name) });
        await cache.invalidateQueries(trpc.admin.staff.pathFilter());
        onClose();
      },
    }),
  );
  return (
    <ReasonDialog
      title={t.disableTitle(member.name)}
      text={t.disableText}
      confirmLabel={t.disable}
      busy={disable.isPending}
      problem={disable.error ? toProblem(disable.error) : undefined}
      onReason={(reason) => disable.mutate({ id: member.id, reason })}
      onCancel={onClose}
    />
  );
}
