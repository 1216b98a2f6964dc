import { InviteInput } from '@forewarn/core/accounts/model';
import { ErrorNote } from '@forewarn/ui/feedback';
import { useT } from '@forewarn/ui/i18n';
import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useProblemOf } from '../../app/problem/use-problem.ts';
import { useForm } from '../../app/use-form.ts';
import { RoleChoice } from './role-choice.tsx';
import { useColleagueText } from './text.ts';
import { useInvite } from './use-colleagues.ts';

export function InviteDialog({ onClose, onInvited }: { onClose: () => void; onInvited: (email: string) => void }) {
  const { form: text } = useColleagueText();
  const t = useT();
  const phone = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false });
  const problemOf = useProblemOf();
  const invite = useInvite();
  const problem = invite.isError ? problemOf(invite.error) : undefined;
  const { bind, onSubmit } = useForm({
    schema: InviteInput,
    problem,
    onValid: (input) => invite.mutate(input, { onSuccess: ({ email }) => onInvited(email) }),
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={text.title}
      fullScreen={phone ?? false}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t.close }}
    >
      <form onSubmit={onSubmit} noValidate>
        <Stack gap="md">
          <TextInput
            {...bind('email')}
            label={text.email}
            type="email"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={100}
            data-autofocus
          />
          <TextInput {...bind('name')} label={text.name} autoComplete="off" maxLength={100} />
          <RoleChoice initial="HANDLER" />
          {problem && Object.keys(problem.fields).length === 0 && <ErrorNote problem={problem} />}
          <Group justify="flex-end" gap="sm">
            <Button variant="subtle" color="gray" onClick={onClose} disabled={invite.isPending}>
              {t.cancel}
            </Button>
            <Button type="submit" loading={invite.isPending}>
              {text.submit}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
