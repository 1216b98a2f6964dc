import { CardBin } from '@forewarn/core/cards/model';
import { ErrorNote, type Problem } from '@forewarn/ui/feedback';
import { useT } from '@forewarn/ui/i18n';
import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useDescriptorText } from './descriptor-text.ts';

interface BinDialogProps {
  descriptor: string;
  busy: boolean;
  problem: Problem | undefined;
  onSubmit: (cardBin: string) => void;
  onClose: () => void;
}

/** Asks for the one thing the alerts didn't tell. */
export function BinDialog({ descriptor, busy, problem, onSubmit, onClose }: BinDialogProps) {
  const { gaps: text } = useDescriptorText();
  const t = useT();
  const [bin, setBin] = useState('');
  const [tried, setTried] = useState(false);
  const parsed = CardBin.safeParse(bin);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (parsed.success) onSubmit(parsed.data);
  };
  return (
    <Modal opened onClose={onClose} title={text.binTitle(descriptor)} closeButtonProps={{ 'aria-label': t.close }}>
      <form noValidate onSubmit={submit}>
        <Stack gap="md">
          <TextInput
            label={text.bin}
            description={text.binHint}
            inputMode="numeric"
            maxLength={12}
            data-autofocus
            value={bin}
            onChange={(event) => setBin(event.currentTarget.value)}
            error={tried && !parsed.success && text.binFault}
          />
          {problem && <ErrorNote problem={problem} />}
          <Group justify="flex-end">
            <Button variant="subtle" color="gray" onClick={onClose} disabled={busy}>
              {t.cancel}
            </Button>
            <Button type="submit" loading={busy}>
              {text.submit}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
