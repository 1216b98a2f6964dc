import { ErrorNote, ListSkeleton } from '@forewarn/ui/feedback';
import { useT } from '@forewarn/ui/i18n';
import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from '../../api.ts';
import { QueryView } from '../../app/query-view.tsx';
import { useProblem } from '../../app/use-problem.ts';
import { useStaffText } from './text.ts';
import { useTeams } from './use-teams.ts';

/** A short list: made and renamed in place. */
export function TeamsDialog({ onClose }: { onClose: () => void }) {
  const t = useStaffText().teams;
  const words = useT();
  const { teams } = useTeams();
  return (
    <Modal opened onClose={onClose} title={t.title} closeButtonProps={{ 'aria-label': words.close }}>
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          {t.hint}
        </Text>
        <QueryView query={teams} loading={<ListSkeleton />}>
          {(rows) => (
            <Stack gap="xs">
              {rows.length === 0 && <Text size="sm">{t.none}</Text>}
              {rows.map((team) => (
                <TeamField key={`${team.id}:${team.name}`} team={team} />
              ))}
            </Stack>
          )}
        </QueryView>
        <TeamField />
      </Stack>
    </Modal>
  );
}

/** One team's name; without a team, the field for a new one. */
function TeamField({ team }: { team?: { id: number; name: string; members: number } }) {
  const t = useStaffText().teams;
  const trpc = useTRPC();
  const cache = useQueryClient();
  const toProblem = useProblem();
  const [name, setName] = useState(team?.name ?? '');
  const options = {
    onSuccess: async () => {
      notifications.show({ message: t.done });
      if (!team) setName('');
      await cache.invalidateQueries(trpc.admin.teams.pathFilter());
      await cache.invalidateQueries(trpc.admin.staff.pathFilter());
    },
  };
  const create = useMutation(trpc.admin.teams.create.mutationOptions(options));
  const rename = useMutation(trpc.admin.teams.rename.mutationOptions(options));
  const error = create.error ?? rename.error;
  const changed = name.trim() !== '' && name.trim() !== team?.name;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!changed) return;
        if (team) rename.mutate({ id: team.id, name });
        else create.mutate({ name });
      }}
    >
      <Group gap="xs" align="flex-end" wrap="nowrap">
        <TextInput
          flex={1}
          {...(team ? { 'aria-label': t.rename(team.name) } : { label: t.name })}
          value={name}
          maxLength={100}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        {team && (
          <Text size="xs" c="dimmed" style={{ whiteSpace: 'nowrap', alignSelf: 'center' }}>
            {t.members(team.members)}
          </Text>
        )}
        <Button
          type="submit"
          variant={team ? 'default' : 'filled'}
          disabled={!changed}
          loading={create.isPending || rename.isPending}
        >
          {team ? t.save : t.add}
        </Button>
      </Group>
      {error && <ErrorNote problem={toProblem(error)} />}
    </form>
  );
}
