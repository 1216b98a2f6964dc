import type { KeyStatus } from '@forewarn/core/keys/model';
import { ConfirmDialog } from '@forewarn/ui/feedback';
import { useFormat } from '@forewarn/ui/format';
import { Button, Group, Paper, Progress, Stack, Text } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from '../../api.ts';
import { ToneNote } from '../../app/tone-note.tsx';
import { useProblem } from '../../app/use-problem.ts';
import { useMay } from '../../app/use-session.ts';
import { percent } from './percent.ts';
import { useKeysText } from './text.ts';

/** How far re-sealing is, and the button that starts it. */
export function RotationPanel({ status }: { status: KeyStatus }) {
  const t = useKeysText();
  const trpc = useTRPC();
  const cache = useQueryClient();
  const toProblem = useProblem();
  const allowed = useMay('key:rotate');
  const [asking, setAsking] = useState(false);
  const rotate = useMutation(
    trpc.admin.keys.rotate.mutationOptions({
      onSuccess: async () => {
        setAsking(false);
        await cache.invalidateQueries(trpc.admin.keys.pathFilter());
      },
    }),
  );
  const { rotation } = status;
  const running = rotation?.status === 'RUNNING';
  return (
    <Paper p="lg">
      <Stack gap="md">
        <Group justify="space-between" gap="md">
          <RotationText status={status} />
          {allowed && !running && (
            <Button
              variant="default"
              leftSection={<IconRefresh size={16} aria-hidden />}
              onClick={() => setAsking(true)}
            >
              {t.start}
            </Button>
          )}
        </Group>
        {running && <Progress value={rotation.share * 100} aria-label={t.progress} />}
        {rotation !== null && rotation.unreadable > 0 && (
          <ToneNote tone="danger">
            <Text size="sm">{t.unreadable(rotation.unreadable)}</Text>
          </ToneNote>
        )}
      </Stack>
      <ConfirmDialog
        opened={asking}
        title={t.confirmTitle}
        confirmLabel={t.start}
        busy={rotate.isPending}
        problem={rotate.error ? toProblem(rotate.error) : undefined}
        onConfirm={() => rotate.mutate({})}
        onCancel={() => setAsking(false)}
      >
        <Text size="sm">{t.confirm(status.sealing)}</Text>
      </ConfirmDialog>
    </Paper>
  );
}

function RotationText({ status: { rotation, parts } }: { status: KeyStatus }) {
  const t = useKeysText();
  const format = useFormat();
  const current = parts.every(({ share }) => share === 1);
  if (rotation?.status === 'RUNNING') {
    return (
      <Stack gap={2} role="status">
        <Text size="sm" fw={550}>
          {t.running(percent(rotation.share), rotation.pass)}
        </Text>
        <Text size="xs" c="dimmed">
          {t.resealed(rotation.resealed)}
        </Text>
      </Stack>
    );
  }
  const latest =
    rotation === null
      ? t.never
      : rotation.finishedTime !== null && rotation.status === 'DONE'
        ? t.done(format.time(rotation.finishedTime, 'dated'), rotation.resealed)
        : t.superseded;
  return (
    <Text size="sm" role="status">
      {current && `${t.allCurrent} `}
      {latest}
    </Text>
  );
}
