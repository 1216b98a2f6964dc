import { ErrorState, ListSkeleton } from '@forewarn/ui/feedback';
import { SessionList, TwoStep, useSecurityText } from '@forewarn/ui/security';
import { Paper, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { queryClient, trpc } from '../../api.ts';
import { useAppText } from '../../app/i18n/index.ts';
import { useProblemOf } from '../../app/problem/use-problem.ts';
import { usePageTitle } from '../../app/use-page-title.ts';

/** How one's own account is protected, and where it is signed in. */
export function SecurityPage() {
  const title = useAppText().security;
  const text = useSecurityText();
  usePageTitle(title);
  return (
    <Stack gap="md" maw={820}>
      <Title order={1} size="h3">
        {title}
      </Title>
      <Section title={text.twoStep.title} hint={text.twoStep.hint}>
        <Protection />
      </Section>
      <Section title={text.devices.title} hint={text.devices.hint}>
        <Devices />
      </Section>
    </Stack>
  );
}

function Section({ title, hint, children }: { title: string; hint: string; children: ReactNode }) {
  return (
    <Paper p={{ base: 'md', sm: 'lg' }} component="section">
      <Stack gap="md">
        <div>
          <Title order={2} size="h5">
            {title}
          </Title>
          <Text size="sm" c="dimmed" maw={620}>
            {hint}
          </Text>
        </div>
        {children}
      </Stack>
    </Paper>
  );
}

function Protection() {
  const problemOf = useProblemOf();
  const state = useQuery(trpc.auth.security.queryOptions({}));
  const acts = {
    start: useMutation(trpc.auth.totp.start.mutationOptions()).mutateAsync,
    confirm: useMutation(trpc.auth.totp.confirm.mutationOptions()).mutateAsync,
    disable: useMutation(trpc.auth.totp.disable.mutationOptions()).mutateAsync,
    renewCodes: useMutation(trpc.auth.totp.renewCodes.mutationOptions()).mutateAsync,
  };
  if (!state.data) return <Waiting query={state} />;
  const refresh = () => void queryClient.invalidateQueries(trpc.auth.security.queryFilter());
  return <TwoStep state={state.data} acts={acts} toProblem={problemOf} onChanged={refresh} />;
}

function Devices() {
  const problemOf = useProblemOf();
  const list = useQuery(trpc.auth.sessions.list.queryOptions({}));
  const onSettled = () => queryClient.invalidateQueries(trpc.auth.sessions.list.queryFilter());
  const end = useMutation(trpc.auth.sessions.end.mutationOptions({ onSettled }));
  const endOthers = useMutation(trpc.auth.sessions.endOthers.mutationOptions({ onSettled }));
  if (!list.data) return <Waiting query={list} />;
  return (
    <SessionList
      sessions={list.data.records}
      onEnd={(id) => end.mutateAsync({ id })}
      onEndOthers={() => endOthers.mutateAsync({})}
      toProblem={problemOf}
    />
  );
}

interface WaitingProps {
  query: { isError: boolean; error: unknown; isFetching: boolean; refetch: () => unknown };
}

function Waiting({ query }: WaitingProps) {
  const problemOf = useProblemOf();
  if (!query.isError) return <ListSkeleton rows={2} />;
  return (
    <ErrorState problem={problemOf(query.error)} onRetry={() => void query.refetch()} retrying={query.isFetching} />
  );
}
