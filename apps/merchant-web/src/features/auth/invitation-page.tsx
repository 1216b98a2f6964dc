import { type LinkFacts, Password, PersonName } from '@forewarn/core/accounts/model';
import { ErrorNote } from '@forewarn/ui/feedback';
import { Button, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { z } from 'zod';
import { trpc } from '../../api.ts';
import { NewPasswordField } from '../../app/new-password-field.tsx';
import { useProblemOf } from '../../app/problem/use-problem.ts';
import { useForm } from '../../app/use-form.ts';
import { AuthLayout } from './auth-layout.tsx';
import { DonePage } from './done.tsx';
import { LinkGate, LinkProblem, linkFault } from './link-gate.tsx';
import { useAuthText } from './text.ts';

const route = getRouteApi('/accept-invitation');
const Schema = z.object({ name: PersonName, password: Password });

export function InvitationPage() {
  const { invitation: text } = useAuthText();
  const { token = '-' } = route.useSearch();
  return (
    <LinkGate key={token} page={text.page} token={token} purpose="INVITE">
      {(facts) => <Accept token={token} facts={facts} />}
    </LinkGate>
  );
}

function Accept({ token, facts }: { token: string; facts: LinkFacts }) {
  const { invitation: text } = useAuthText();
  const problemOf = useProblemOf();
  const accept = useMutation(trpc.auth.acceptInvitation.mutationOptions());
  const problem = accept.isError ? problemOf(accept.error) : undefined;
  const { bind, onSubmit } = useForm({
    schema: Schema,
    problem,
    onValid: (input) => accept.mutate({ ...input, token }),
  });
  const { email, role } = facts;
  const companyName = facts.companyName ?? '';
  const fault = linkFault(accept.error);
  if (fault) return <LinkProblem page={text.page} purpose="INVITE" code={fault} />;
  if (accept.data)
    return <DonePage page={text.page} heading={text.doneHeading} intro={text.done(email)} account={email} />;
  return (
    <AuthLayout
      page={text.page}
      heading={text.heading(companyName)}
      intro={text.intro(text.roles[role ?? 'VIEWER'], email)}
    >
      <form onSubmit={onSubmit} noValidate>
        <Stack gap="md">
          {problem && Object.keys(problem.fields).length === 0 && <ErrorNote problem={problem} />}
          <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
          <TextInput
            {...bind('name')}
            label={text.name}
            description={text.nameHint}
            defaultValue={facts.name}
            autoComplete="name"
            maxLength={100}
            size="md"
            autoFocus
          />
          <NewPasswordField
            {...bind('password')}
            label={text.password}
            owner={() => ({ email, companyName })}
            size="md"
          />
          <Button type="submit" size="md" fullWidth loading={accept.isPending}>
            {text.submit}
          </Button>
        </Stack>
      </form>
    </AuthLayout>
  );
}
