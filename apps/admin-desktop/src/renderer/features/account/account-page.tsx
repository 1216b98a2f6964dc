import { SessionList, TwoStep, useSecurityText } from '@forewarn/ui/security';
import { Paper, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTRPC } from '../../api.ts';
import { Page } from '../../app/page.tsx';
import { QueryView } from '../../app/query-view.tsx';
import { useAppText } from '../../app/text.ts';
import { useProblem } from '../../app/use-problem.ts';
import { PasswordForm } from './password-form.tsx';
import { useAccountText } from './text.ts';
import { useTwoStepActs } from './use-two-step-acts.ts';

/** How one's own account is protected, and where it is signed in. */
export function AccountPage() {
  const t = useAppText();
  const text = useSecurityText();
  return (
    <Page title={t.security}>
      <Stack gap="md" maw={860}>
        <Protection />
        <Section title={text.devices.title} hint={text.devices.hint}>
          <Devices />
        </Section>
      </Stack>
    </Page>
  );
}

function Section({ title, hint, children }: { title: string; hint: string; children?: ReactNode }) {
  return (
    <Paper p="lg" component="section">
      <Stack gap="md">
        <div>
          <Title order={2} size="h5">
            {title}
          </Title>
          <Text size="sm" c="dimmed" maw={640}>
            {hint}
          </Text>
        </div>
        {children}
      </Stack>
    </Paper>
  );
}

/** Second factor and password, or where they are kept. */
function Protection() {
  const t = useAccountText();
  const text = useSecurityText().twoStep;
  const trpc = useTRPC();
  const client = useQueryClient();
  const toProblem = useProblem();
  const acts = useTwoStepActs();
  const state = useQuery(trpc.auth.security.queryOptions({}));
  const onChanged = () => void client.invalidateQueries(trpc.auth.security.queryFilter());
  return (
    <QueryView query={state}>
      {(data) =>
        data.external ? (
          <Section title={t.elsewhere} hint={t.elsewhereHint} />
        ) : (
          <>
            <Section title={text.title} hint={text.hint}>
              <TwoStep state={data} acts={acts} toProblem={toProblem} onChanged={onChanged} />
            </Section>
            <Section title={t.password} hint={t.passwordHint}>
              <PasswordForm withCode={data.totpEnabled} />
            </Section>
          </>
        )
      }
    </QueryView>
  );
}

function Devices() {
  const trpc = useTRPC();
  const client = useQueryClient();
  const toProblem = useProblem();
  const list = useQuery(trpc.auth.sessions.list.queryOptions({}));
  const onSettled = () => client.invalidateQueries(trpc.auth.sessions.list.queryFilter());
  const end = useMutation(trpc.auth.sessions.end.mutationOptions({ onSettled }));
  const endOthers = useMutation(trpc.auth.sessions.endOthers.mutationOptions({ onSettled }));
  return (
    <QueryView query={list}>
      {({ records }) => (
        <SessionList
          sessions={records}
          onEnd={(id) => end.mutateAsync({ id })}
          onEndOthers={() => endOthers.mutateAsync({})}
          toProblem={toProblem}
        />
      )}
    </QueryView>
  );
}
