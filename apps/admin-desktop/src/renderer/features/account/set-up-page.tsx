import { TwoStep } from '@forewarn/ui/security';
import { Button, Center, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useTRPC } from '../../api.ts';
import { QueryView } from '../../app/query-view.tsx';
import { useProblem } from '../../app/use-problem.ts';
import { useSession } from '../../app/use-session.ts';
import { useAccountText } from './text.ts';
import { useTwoStepActs } from './use-two-step-acts.ts';

/** The only page for somebody whose role asks for a second factor, until there is one. */
export function SetUpPage() {
  const t = useAccountText();
  const trpc = useTRPC();
  const session = useSession();
  const router = useRouter();
  const toProblem = useProblem();
  const acts = useTwoStepActs();
  const state = useQuery(trpc.auth.security.queryOptions({}));
  const enter = async () => {
    await session.reload();
    await router.invalidate();
  };
  return (
    <Center mih="100dvh" p="md" component="main">
      <Stack gap="md" w="100%" maw={640}>
        <Group justify="space-between">
          <Group gap="sm">
            <img src="/icon.svg" alt="" width={32} height={32} />
            <Text fw={650}>Forewarn</Text>
          </Group>
          <Button variant="subtle" color="gray" size="compact-sm" onClick={() => void session.signOut()}>
            {t.signOut}
          </Button>
        </Group>
        <Paper p="xl">
          <Stack gap="lg">
            <div>
              <Title order={1} size="h3">
                {t.title}
              </Title>
              <Text size="sm" c="dimmed">
                {t.hint}
              </Text>
            </div>
            <QueryView query={state}>
              {(data) => (
                <TwoStep state={data} acts={acts} toProblem={toProblem} onChanged={() => void enter()} forced />
              )}
            </QueryView>
          </Stack>
        </Paper>
      </Stack>
    </Center>
  );
}
