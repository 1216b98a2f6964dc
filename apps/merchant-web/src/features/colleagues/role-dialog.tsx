import { COLLEAGUE_ROLES, type Colleague } from '@forewarn/core/accounts/model';
import { ErrorNote } from '@forewarn/ui/feedback';
import { useT } from '@forewarn/ui/i18n';
import { Button, Group, Modal, Stack } from '@mantine/core';
import { z } from 'zod';
import { useProblemOf } from '../../app/problem/use-problem.ts';
import { useForm } from '../../app/use-form.ts';
import { RoleChoice } from './role-choice.tsx';
import { useColleagueText } from './text.ts';
import { useChangeRole } from './use-colleagues.ts';

const Schema = z.object({ role: z.enum(COLLEAGUE_ROLES) });

export function RoleDialog({ colleague, onClose }: { colleague: Colleague; onClose: () => void }) {
  const { roleForm: text } = useColleagueText();
  const t = useT();
  const problemOf = useProblemOf();
  const change = useChangeRole();
  const problem = change.isError ? problemOf(change.error) : undefined;
  const { id, name, email } = colleague;
  const { onSubmit } = useForm({
    schema: Schema,
    problem,
    onValid: ({ role }) => change.mutate({ id, role }, { onSuccess: onClose }),
  });
  return (
    <Modal opened onClose={onClose} title={text.title(name || email)} closeButtonProps={{ 'aria-label': t.close }}>
      <form onSubmit={onSubmit} noValidate>
        <Stack gap="md">
          <RoleChoice initial={COLLEAGUE_ROLES.find((role) => role === colleague.role) ?? 'VIEWER'} />
          {problem && <ErrorNote problem={problem} />}
          <Group justify="flex-end" gap="sm">
            <Button variant="subtle" color="gray" onClick={onClose} disabled={change.isPending}>
              {t.cancel}
            </Button>
            <Button type="submit" loading={change.isPending}>
              {text.submit}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
