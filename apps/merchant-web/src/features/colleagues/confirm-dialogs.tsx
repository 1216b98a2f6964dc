import type { Colleague } from '@forewarn/core/accounts/model';
import { ConfirmDialog } from '@forewarn/ui/feedback';
import { Text } from '@mantine/core';
import { useProblemOf } from '../../app/problem/use-problem.ts';
import { useColleagueText } from './text.ts';
import { useDisable, useWithdraw } from './use-colleagues.ts';

interface DialogProps {
  colleague: Colleague;
  onClose: () => void;
}

export function DisableDialog({ colleague, onClose }: DialogProps) {
  const text = useColleagueText();
  const problemOf = useProblemOf();
  const disable = useDisable();
  return (
    <ConfirmDialog
      opened
      dangerous
      title={text.disableTitle}
      confirmLabel={text.disable}
      busy={disable.isPending}
      problem={disable.isError ? problemOf(disable.error) : undefined}
      onConfirm={() => disable.mutate({ id: colleague.id }, { onSuccess: onClose })}
      onCancel={onClose}
    >
      <Text size="sm">{text.disableText(colleague.name || colleague.email)}</Text>
    </ConfirmDialog>
  );
}

export function WithdrawDialog({ colleague, onClose }: DialogProps) {
  const text = useColleagueText();
  const problemOf = useProblemOf();
  const withdraw = useWithdraw();
  return (
    <ConfirmDialog
      opened
      dangerous
      title={text.withdrawTitle}
      confirmLabel={text.withdraw}
      busy={withdraw.isPending}
      problem={withdraw.isError ? problemOf(withdraw.error) : undefined}
      onConfirm={() => withdraw.mutate({ id: colleague.id }, { onSuccess: onClose })}
      onCancel={onClose}
    >
      <Text size="sm">{text.withdrawText(colleague.email)}</Text>
    </ConfirmDialog>
  );
}
