import type { StaffMember } from '@forewarn/core/staff/model';
import { ConfirmDialog } from '@forewarn/ui/feedback';
import { Text, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from '../../api.ts';
import { useProblem } from '../../app/use-problem.ts';
import { useStaffText } from './text.ts';

export function DisableDialog({ member, onClose }: { member: StaffMember; onClose: () => void }) {
  const t = useStaffText().edit;
  const trpc = useTRPC();
  const cache = useQueryClient();
  const toProblem = useProblem();
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const tooShort = reason.trim().length < 2;
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
    <ConfirmDialog
      opened
      dangerous
      title={t.disableTitle(member.name)}
      confirmLabel={t.disable}
      busy={disable.isPending}
      problem={disable.error ? toProblem(disable.error) : undefined}
      onConfirm={() => {
        setAsked(true);
        if (!tooShort) disable.mutate({ id: member.id, reason });
      }}
      onCancel={onClose}
    >
      <Text size="sm">{t.disableText}</Text>
      <Textarea
        label={t.reason}
        description={t.reasonHint}
        required
        autosize
        minRows={2}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={asked && tooShort ? t.reasonMissing : undefined}
      />
    </ConfirmDialog>
  );
}
