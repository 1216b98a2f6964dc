import { EmptyState, ErrorState } from '@forewarn/ui/feedback';
import { Button, Center, Loader, Paper, Stack, Text, Title } from '@mantine/core';
import { IconLock, IconMapOff, IconPlugConnectedX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { bridge } from './bridge.ts';
import classes from './page.module.css';
import { useAppText } from './text.ts';
import { useProblem } from './use-problem.ts';
import { useSession } from './use-session.ts';

export function Starting() {
  const t = useAppText();
  return (
    <Center h="100dvh" role="status" aria-label={t.starting}>
      <Loader />
    </Center>
  );
}

/** There is a session, but its server doesn't answer. */
export function Unreachable() {
  const t = useAppText();
  const session = useSession();
  const settings = useQuery({ queryKey: ['settings'], queryFn: () => bridge.settings.get() });
  return (
    <Center h="100dvh" p="md">
      <Paper p="xl" maw={460} role="alert">
        <Stack gap="md" align="flex-start">
          <IconPlugConnectedX size={32} aria-hidden />
          <Title order={1} size="h4">
            {t.unreachableTitle}
          </Title>
          <Text size="sm">{t.unreachable(settings.data?.serverAddress ?? t.server)}</Text>
          <Button onClick={() => void session.start()}>{t.retry}</Button>
          <Button variant="subtle" px={0} onClick={() => void session.signOut()}>
            {t.signInAgain}
          </Button>
        </Stack>
      </Paper>
    </Center>
  );
}

export function NotFound() {
  const t = useAppText();
  return <EmptyState icon={<IconMapOff size={26} />} title={t.notFound} text={t.notFoundHint} />;
}

export function NoPages() {
  const t = useAppText();
  return <EmptyState icon={<IconLock size={26} />} title={t.noPages} text={t.noPagesHint} />;
}

export function Forbidden() {
  const t = useAppText();
  return <EmptyState icon={<IconLock size={26} />} title={t.forbidden} text={t.forbiddenHint} />;
}

/** A page of ours broke: the rest of the app goes on. */
export function Broken({ error, reset }: { error: unknown; reset: () => void }) {
  const toProblem = useProblem();
  return (
    <main className={classes.page}>
      <ErrorState problem={toProblem(error)} onRetry={reset} />
    </main>
  );
}
