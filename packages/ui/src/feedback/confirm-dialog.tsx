import { Button, Group, Modal, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useT } from '../i18n/hooks.ts';
import { ErrorNote } from './error-note.tsx';
import type { Problem } from './problem.ts';

interface ConfirmDialogProps {
  opened: boolean;
  title: string;
  /** What follows from it, in words. */
  children: ReactNode;
  /** The verb on the button: “移除授权卡”, never “OK”. */
  confirmLabel: string;
  /** The act can't be taken back or takes something away. */
  dangerous?: boolean;
  busy?: boolean;
  problem?: Problem | undefined;
  onConfirm: () => void;
  onCancel: () => void;
}

/** A question before an act that matters. It can't be closed while the act is under way. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const {
    opened,
    title,
    children,
    confirmLabel,
    dangerous = false,
    busy = false,
    problem,
    onConfirm,
    onCancel,
  } = props;
  const t = useT();
  return (
    <Modal
      opened={opened}
      onClose={onCancel}
      title={title}
      closeOnClickOutside={!busy}
      closeOnEscape={!busy}
      closeButtonProps={{ 'aria-label': t.close, disabled: busy }}
    >
      <Stack gap="md">
        {children}
        {problem && <ErrorNote problem={problem} />}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onCancel} disabled={busy} data-autofocus={dangerous || undefined}>
            {t.cancel}
          </Button>
          <Button
            {...(dangerous && { color: 'red.8' })}
            onClick={onConfirm}
            loading={busy}
            data-autofocus={!dangerous || undefined}
          >
            {confirmLabel}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
