import { ErrorNote } from '@forewarn/ui/feedback';
import { Checkbox, Paper, Stack, Title } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { queryClient, trpc } from '../../api.ts';
import { useProblemOf } from '../../app/problem/use-problem.ts';
import { useSessionUser } from '../../app/session/session.ts';
import { useChannelText } from './channels-text.ts';

/** Whether the week's figures come by mail on Monday morning. */
export function DigestSection() {
  const user = useSessionUser();
  return user?.permissions.includes('channel:view') ? (
    <Digest mayChange={user.permissions.includes('channel:manage') && !user.suspended} />
  ) : null;
}

function Digest({ mayChange }: { mayChange: boolean }) {
  const { digest: text } = useChannelText();
  const problemOf = useProblemOf();
  const setting = useQuery(trpc.digest.get.queryOptions({}));
  const update = useMutation(
    trpc.digest.update.mutationOptions({
      onSuccess: (value) => queryClient.setQueryData(trpc.digest.get.queryKey({}), value),
    }),
  );
  const failed = update.error ?? setting.error;
  return (
    <Paper component="section" p={{ base: 'md', sm: 'lg' }}>
      <Stack gap="md">
        <Title order={2} size="h5">
          {text.title}
        </Title>
        <Checkbox
          label={text.label}
          description={text.text}
          checked={update.isPending ? update.variables.enabled : (setting.data?.enabled ?? false)}
          disabled={!mayChange || !setting.data}
          onChange={(event) => update.mutate({ enabled: event.currentTarget.checked })}
        />
        {failed && <ErrorNote problem={problemOf(failed)} />}
      </Stack>
    </Paper>
  );
}
