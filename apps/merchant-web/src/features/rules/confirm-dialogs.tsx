import type { Rule } from '@forewarn/core/response-rules/model';
import { ConfirmDialog } from '@forewarn/ui/feedback';
import { Text } from '@mantine/core';
import { useProblemOf } from '../../app/problem/use-problem.ts';
import { useRuleText } from './text.ts';
import { usePauseAll, useRemoveRule } from './use-rules.ts';

export function RemoveRuleDialog({ rule, onClose }: { rule: Rule; onClose: () => void }) {
  const text = useRuleText();
  const problemOf = useProblemOf();
  const remove = useRemoveRule();
  return (
    <ConfirmDialog
      opened
      dangerous
      title={text.removeTitle}
      confirmLabel={text.removeConfirm}
      busy={remove.isPending}
      problem={remove.isError ? problemOf(remove.error) : undefined}
      onConfirm={() => remove.mutate({ id: rule.id }, { onSuccess: onClose })}
      onCancel={onClose}
    >
      <Text size="sm">{text.removeText(rule.name)}</Text>
    </ConfirmDialog>
  );
}

export function PauseAllDialog({ onClose }: { onClose: () => void }) {
  const text = useRuleText();
  const problemOf = useProblemOf();
  const pause = usePauseAll();
  return (
    <ConfirmDialog
      opened
      title={text.pauseAllTitle}
      confirmLabel={text.pauseAllConfirm}
      busy={pause.isPending}
      problem={pause.isError ? problemOf(pause.error) : undefined}
      onConfirm={() => pause.mutate({}, { onSuccess: onClose })}
      onCancel={onClose}
    >
      <Text size="sm">{text.pauseAllText}</Text>
    </ConfirmDialog>
  );
}
