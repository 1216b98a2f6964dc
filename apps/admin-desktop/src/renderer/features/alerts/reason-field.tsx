import { useT } from '@forewarn/ui/i18n';
import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import type { ReactNode, Ref } from 'react';
import { useAlertsText } from './text/index.ts';

interface ReasonFieldProps {
  value: string;
  onChange: (reason: string) => void;
  error?: ReactNode;
  inputRef: Ref<HTMLTextAreaElement>;
}

/** Why this merchant; the usual reasons at a click, to be changed at will. */
export function ReasonField({ value, onChange, error, inputRef }: ReasonFieldProps) {
  const t = useAlertsText().queue;
  const words = useT();
  return (
    <Stack gap={6}>
      <Textarea
        ref={inputRef}
        label={t.reason}
        description={t.reasonHint}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        error={error}
        autosize
        minRows={2}
        maxLength={500}
      />
      <Group justify="space-between" gap="xs">
        <Group gap={6}>
          {t.presets.map((preset) => (
            <Button key={preset} size="compact-xs" variant="default" fw={400} onClick={() => onChange(preset)}>
              {preset}
            </Button>
          ))}
        </Group>
        <Text size="xs" c="dimmed" className="fw-tabular">
          {words.characters(value.length, 500)}
        </Text>
      </Group>
    </Stack>
  );
}
