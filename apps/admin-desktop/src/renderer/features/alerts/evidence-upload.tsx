import { type AlertDetail, EVIDENCE_MAX_FILES, EVIDENCE_TYPES, EvidenceFile } from '@forewarn/core/alerts/model';
import { ErrorNote } from '@forewarn/ui/feedback';
import { ActionIcon, Button, FileButton, Group, Stack, Text } from '@mantine/core';
import { IconUpload, IconX } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTRPC, useTRPCClient } from '../../api.ts';
import { useTransfer } from '../../app/transfer.ts';
import { useProblem } from '../../app/use-problem.ts';
import { useEvidenceText } from './text/evidence.ts';

interface EvidenceUploadProps {
  alert: AlertDetail;
  /** What is wrong, once it was tried to send. */
  error: string | undefined;
}

/** Files for the answer, as the merchant would add them; what is there is part of the answer. */
export function EvidenceUpload({ alert, error }: EvidenceUploadProps) {
  const t = useEvidenceText();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const cache = useQueryClient();
  const toProblem = useProblem();
  const { upload } = useTransfer();
  const refresh = () => cache.invalidateQueries(trpc.alerts.get.queryFilter());
  const add = useMutation({
    mutationFn: async (files: File[]) => {
      for (const file of files) await upload(`/api/v1/alerts/${alert.id}/evidence`, file, EvidenceFile);
    },
    onSettled: refresh,
  });
  const remove = useMutation({
    mutationFn: (evidenceId: string) => client.alerts.removeEvidence.mutate({ id: alert.id, evidenceId }),
    onSettled: refresh,
  });
  const failure = add.error ?? remove.error;
  return (
    <Stack gap={6}>
      <Group justify="space-between">
        <div>
          <Text size="sm" fw={550}>
            {t.title}
          </Text>
          <Text size="xs" c="dimmed">
            {t.hint}
          </Text>
        </div>
        <FileButton multiple accept={EVIDENCE_TYPES.join(',')} onChange={(files) => add.mutate(files)}>
          {(props) => (
            <Button
              {...props}
              variant="default"
              size="xs"
              leftSection={<IconUpload size={14} aria-hidden />}
              loading={add.isPending}
              disabled={alert.evidenceFiles.length >= EVIDENCE_MAX_FILES}
            >
              {t.add}
            </Button>
          )}
        </FileButton>
      </Group>
      {alert.evidenceFiles
        .filter(({ removed }) => removed === null)
        .map((file) => (
          <Group key={file.id} justify="space-between" wrap="nowrap" gap="xs">
            <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
              {file.fileName}
            </Text>
            {!file.answered && (
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t.remove(file.fileName)}
                loading={remove.isPending && remove.variables === file.id}
                onClick={() => remove.mutate(file.id)}
              >
                <IconX size={14} aria-hidden />
              </ActionIcon>
            )}
          </Group>
        ))}
      {error && (
        <Text size="xs" c="var(--mantine-color-error)" role="alert">
          {error}
        </Text>
      )}
      {failure && <ErrorNote problem={toProblem(failure)} />}
    </Stack>
  );
}
