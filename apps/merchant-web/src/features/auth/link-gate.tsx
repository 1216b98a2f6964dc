import type { LinkFacts, LinkPurpose } from '@forewarn/core/accounts/model';
import { ErrorState } from '@forewarn/ui/feedback';
import { Skeleton, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { ButtonLink } from '../../app/button-link.tsx';
import { errorData } from '../../app/problem/read-error.ts';
import { useProblemOf } from '../../app/problem/use-problem.ts';
import { AuthLayout } from './auth-layout.tsx';
import { useAuthText } from './text.ts';
import { useLink } from './use-link.ts';

interface LinkGateProps {
  page: string;
  token: string;
  purpose: LinkPurpose;
  children: (facts: LinkFacts) => ReactNode;
}

/** Shows what a link is for once it has been read; a used, expired or forged one says so and offers the next step. */
export function LinkGate({ page, token, purpose, children }: LinkGateProps) {
  const link = useLink(token, purpose);
  const problemOf = useProblemOf();
  if (link.data) return children(link.data);
  if (link.isPending)
    return (
      <AuthLayout page={page} heading={page}>
        <Stack gap="md">
          <Skeleton height={20} />
          <Skeleton height={42} />
        </Stack>
      </AuthLayout>
    );
  const code = linkFault(link.error);
  if (code) return <LinkProblem page={page} purpose={purpose} code={code} />;
  return (
    <AuthLayout page={page} heading={page}>
      <ErrorState problem={problemOf(link.error)} onRetry={() => void link.refetch()} retrying={link.isFetching} />
    </AuthLayout>
  );
}

type LinkFault = 'LINK_INVALID' | 'LINK_USED' | 'LINK_EXPIRED';

export function linkFault(error: unknown): LinkFault | undefined {
  const code = errorData(error)?.error;
  return code === 'LINK_INVALID' || code === 'LINK_USED' || code === 'LINK_EXPIRED' ? code : undefined;
}

/** Where a new link comes from: from a page, or from a person. */
export function LinkProblem({ page, purpose, code }: { page: string; purpose: LinkPurpose; code: LinkFault }) {
  const text = useAuthText();
  const { title, text: what } = text.link[code];
  const next = text.link.next[purpose];
  const isDone = code === 'LINK_USED';
  const toLogin = (
    <ButtonLink to="/login" variant={isDone ? 'filled' : 'default'} size="md" fullWidth>
      {text.toLogin}
    </ButtonLink>
  );
  return (
    <AuthLayout page={page} heading={title} intro={what}>
      <Stack gap="sm">
        {isDone && toLogin}
        {purpose === 'ACTIVATE' && (
          <ButtonLink to="/activate" size="md" fullWidth variant={isDone ? 'default' : 'filled'}>
            {next}
          </ButtonLink>
        )}
        {purpose === 'RESET' && (
          <ButtonLink to="/forgot" size="md" fullWidth variant={isDone ? 'default' : 'filled'}>
            {next}
          </ButtonLink>
        )}
        {(purpose === 'INVITE' || purpose === 'EMAIL') && !isDone && <Text size="sm">{next}</Text>}
        {!isDone && toLogin}
      </Stack>
    </AuthLayout>
  );
}
