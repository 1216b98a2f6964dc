import { isStaffRole } from '@forewarn/core/kernel/access';
import { ErrorNote } from '@forewarn/ui/feedback';
import { useStaffLabels } from '@forewarn/ui/i18n';
import { Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useTRPC } from '../../api.ts';
import { useProblem } from '../../app/use-problem.ts';
import { useInvitationText } from './invitation-text.ts';

interface AcceptFormProps {
  code: string;
  invitation: { email: string; name: string; roles: string[] };
  onAccepted: () => void;
}

/** Name and password; password managers store it under the address, which stands in a hidden field for them. */
export function AcceptForm({ code, invitation, onAccepted }: AcceptFormProps) {
  const t = useInvitationText();
  const labels = useStaffLabels().role;
  const trpc = useTRPC();
  const toProblem = useProblem();
  const form = useForm({
    initialValues: { name: invitation.name, password: '' },
    validate: {
      name: (value) => (value.trim() === '' ? t.required : null),
      password: (value) => (/\p{L}/u.test(value) && /\d/.test(value) && value.length >= 8 ? null : t.passwordHint),
    },
  });
  const accept = useMutation(trpc.admin.staff.acceptInvitation.mutationOptions({ onSuccess: onAccepted }));
  const problem = accept.error && toProblem(accept.error);
  const roles = invitation.roles.map((role) => (isStaffRole(role) ? labels[role] : role)).join(' · ');
  return (
    <form noValidate onSubmit={form.onSubmit((values) => accept.mutate({ code, ...values }))}>
      <Stack gap="md">
        <Text size="sm">{t.invited(invitation.email, roles)}</Text>
        <input type="email" autoComplete="username" value={invitation.email} readOnly hidden />
        <TextInput label={t.name} autoComplete="name" required {...form.getInputProps('name')} />
        <PasswordInput
          label={t.password}
          description={t.passwordHint}
          autoComplete="new-password"
          required
          {...form.getInputProps('password')}
          error={form.errors.password ?? problem?.fields.password}
        />
        {problem && !problem.fields.password && <ErrorNote problem={problem} />}
        <Button type="submit" size="md" fullWidth loading={accept.isPending}>
          {t.accept}
        </Button>
      </Stack>
    </form>
  );
}
