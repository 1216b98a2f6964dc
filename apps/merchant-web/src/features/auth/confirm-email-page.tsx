import { ErrorNote } from '@forewarn/ui/feedback';
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { trpc } from '../../api.ts';
import { useProblemOf } from '../../app/problem/use-problem.ts';
import { AuthLayout } from './auth-layout.tsx';
import { DonePage } from './done.tsx';
import { LinkGate, LinkProblem, linkFault } from './link-gate.tsx';
import { useAuthText } from './text.ts';

const route = getRouteApi('/confirm-email');

export function ConfirmEmailPage() {
  const { token = '-' } = route.useSearch();
  return <ConfirmEmail key={token} token={token} />;
}

function ConfirmEmail({ token }: { token: string }) {
  const { confirmEmail: text } = useAuthText();
  const problemOf = useProblemOf();
  const confirm = useMutation(trpc.auth.confirmEmail.mutationOptions());
  const fault = linkFault(confirm.error);
  if (fault) return <LinkProblem page={text.page} purpose="EMAIL" code={fault} />;
  if (confirm.data) {
    const { email } = confirm.data;
    return <DonePage page={text.page} heading={text.doneHeading} intro={text.done(email)} account={email} />;
  }
  return (
    <LinkGate page={text.page} token={token} purpose="EMAIL">
      {({ newEmail }) => (
        <AuthLayout page={text.page} heading={text.heading} intro={text.intro(newEmail ?? '')}>
          {confirm.isError && <ErrorNote problem={problemOf(confirm.error)} />}
          <Button size="md" fullWidth autoFocus loading={confirm.isPending} onClick={() => confirm.mutate({ token })}>
            {text.submit}
          </Button>
        </AuthLayout>
      )}
    </LinkGate>
  );
}
