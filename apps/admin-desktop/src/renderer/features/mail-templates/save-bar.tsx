import type { TemplateDetail } from '@forewarn/core/mail-templates/model';
import { ConfirmDialog, ErrorNote } from '@forewarn/ui/feedback';
import { useT } from '@forewarn/ui/i18n';
import { Button, Group, Paper, Stack, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from '../../api.ts';
import { useProblem } from '../../app/use-problem.ts';
import classes from './templates.module.css';
import { TestDialog } from './test-dialog.tsx';
import { useTemplatesText } from './text.ts';

interface SaveBarProps {
  template: TemplateDetail;
  text: { subject: string; body: string };
  changed: boolean;
  /** It has faults. */
  blocked: boolean;
  onDiscard: () => void;
}

export function SaveBar({ template, text, changed, blocked, onDiscard }: SaveBarProps) {
  const t = useTemplatesText();
  const words = useT();
  const trpc = useTRPC();
  const cache = useQueryClient();
  const toProblem = useProblem();
  const [note, setNote] = useState('');
  const [testing, setTesting] = useState(false);
  const [resetting, setResetting] = useState(false);
  const {
    kind,
    locale,
    state: { version, builtIn },
  } = template;
  const done = async (message: string) => {
    notifications.show({ message, closeButtonProps: { 'aria-label': words.close } });
    await cache.invalidateQueries(trpc.admin.templates.pathFilter());
  };
  const save = useMutation(trpc.admin.templates.save.mutationOptions({ onSuccess: () => done(t.saved) }));
  const reset = useMutation(trpc.admin.templates.reset.mutationOptions({ onSuccess: () => done(t.resetDone) }));
  const problem = save.error ? toProblem(save.error) : undefined;
  return (
    <Paper p="md" shadow="md" withBorder className={classes.bar}>
      <Stack gap="sm">
        {problem && <ErrorNote problem={problem.code === 'CONFLICT' ? { ...problem, text: t.conflict } : problem} />}
        <Group justify="space-between" gap="sm">
          <Group gap="sm">
            <Button variant="default" onClick={() => setTesting(true)} disabled={blocked}>
              {t.test}
            </Button>
            {!builtIn && (
              <Button variant="default" onClick={() => setResetting(true)}>
                {t.reset}
              </Button>
            )}
          </Group>
          {changed && (
            <Group gap="sm" justify="flex-end">
              <Text size="sm" fw={550} role="status">
                {t.unsaved}
              </Text>
              <TextInput
                aria-label={t.note}
                placeholder={t.notePlaceholder}
                value={note}
                maxLength={200}
                w={300}
                maw="100%"
                onChange={({ currentTarget }) => setNote(currentTarget.value)}
              />
              <Button variant="default" onClick={onDiscard} disabled={save.isPending}>
                {t.discard}
              </Button>
              <Button
                disabled={blocked}
                loading={save.isPending}
                onClick={() => save.mutate({ kind, locale, ...text, version, note })}
              >
                {t.save}
              </Button>
            </Group>
          )}
        </Group>
      </Stack>
      {testing && <TestDialog template={template} text={text} onClose={() => setTesting(false)} />}
      <ConfirmDialog
        opened={resetting}
        title={t.resetTitle}
        confirmLabel={t.reset}
        busy={reset.isPending}
        problem={reset.error ? toProblem(reset.error) : undefined}
        onConfirm={() => reset.mutate({ kind, locale, version })}
        onCancel={() => setResetting(false)}
      >
        <Text size="sm">{t.resetText}</Text>
      </ConfirmDialog>
    </Paper>
  );
}
