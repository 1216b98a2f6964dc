import type { TemplateDetail } from '@forewarn/core/mail-templates/model';
import { ErrorNote } from '@forewarn/ui/feedback';
import { useT } from '@forewarn/ui/i18n';
import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTRPC } from '../../api.ts';
import { ToneNote } from '../../app/tone-note.tsx';
import { useProblem } from '../../app/use-problem.ts';
import { useTemplatesText } from './text.ts';

interface TestDialogProps {
  template: TemplateDetail;
  text: { subject: string; body: string };
  onClose: () => void;
}

/** Sends what stands in the editor to oneself or an address, and shows what the server said. */
export function TestDialog({ template: { kind, locale }, text, onClose }: TestDialogProps) {
  const t = useTemplatesText();
  const words = useT();
  const trpc = useTRPC();
  const toProblem = useProblem();
  const [to, setTo] = useState('');
  const send = useMutation(trpc.admin.templates.sendTest.mutationOptions());
  const problem = send.error && toProblem(send.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send.mutate({ kind, locale, ...text, to: to.trim() || null });
  };
  return (
    <Modal opened onClose={onClose} title={t.testTitle} closeButtonProps={{ 'aria-label': words.close }}>
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <Text size="sm" c="dimmed">
            {t.testHint}
          </Text>
          <TextInput
            label={t.testTo}
            description={t.testToHint}
            type="email"
            value={to}
            data-autofocus
            error={problem?.fields.to}
            onChange={({ currentTarget }) => setTo(currentTarget.value)}
          />
          {send.data && (
            <ToneNote
              tone={send.data.outcome === 'SENT' ? 'positive' : 'danger'}
              title={t.testOutcome[send.data.outcome](send.data.to)}
            >
              {t.words}
              {send.data.reply}
            </ToneNote>
          )}
          {problem && !problem.fields.to && <ErrorNote problem={problem} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {words.close}
            </Button>
            <Button type="submit" loading={send.isPending}>
              {t.testSend}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
