import { ConfirmDialog, type Problem } from '@forewarn/ui/feedback';
import { Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { usePersonSecurityText } from './person-security-text.ts';

interface ReasonDialogProps {
  title: string;
  text: string;
  confirmLabel: string;
  busy: boolean;
  problem: Problem | undefined;
  onReason: (reason: string) => void;
  onCancel: () => void;
}

/** Says what follows, and asks why, before something is done to somebody else's account. */
export function ReasonDialog({ title, text, confirmLabel, busy, problem, onReason, onCancel }: ReasonDialogProps) {
  const t = usePersonSecurityText();
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const tooShort = reason.trim().length < 2;
  return (
    <ConfirmDialog
      opened
      dangerous
      title={title}
      confirmLabel={confirmLabel}
      busy={busy}
      problem={problem}
      onConfirm={() => {
        setAsked(true);
        if (!tooShort) onReason(reason);
      }}
      onCancel={onCancel}
    >
      <Text size="sm">{text}</Text>
      <Textarea
        label={t.reason}
        description={t.reasonHint}
        required
        autosize
        minRows={2}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={asked && tooShort ? t.reasonMissing : undefined}
      />
    </ConfirmDialog>
  );
}
