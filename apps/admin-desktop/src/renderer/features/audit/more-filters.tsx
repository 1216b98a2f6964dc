import { Button, NativeSelect, Popover, Stack, TextInput } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import type { AuditFiltersProps } from './audit-filters.tsx';
import { useAuditText } from './text.ts';

interface MoreFiltersProps extends AuditFiltersProps {
  targets: { value: string; label: string }[];
}

/** Person, target, address and request: asked for less often, so one click away. */
export function MoreFilters({ search, onChange, targets }: MoreFiltersProps) {
  const t = useAuditText();
  const [opened, setOpened] = useState(false);
  const { actorKind, actorId, targetType, targetId, ip, requestId } = search;
  const on = [actorId, targetType, targetId, ip, requestId].filter((value) => value !== undefined).length;
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" shadow="md" trapFocus>
      <Popover.Target>
        <Button
          variant={on > 0 ? 'light' : 'default'}
          fw={400}
          px="sm"
          rightSection={<IconChevronDown size={14} aria-hidden />}
          onClick={() => setOpened((open) => !open)}
        >
          {on > 0 ? `${t.more} · ${on}` : t.more}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="xs" w={260}>
          <LateInput
            label={t.filter.person}
            value={actorId?.toString()}
            disabled={actorKind === undefined}
            onChange={(value) =>
              onChange({ actorId: value && /^[1-9]\d{0,14}$/.test(value) ? Number(value) : undefined })
            }
          />
          <NativeSelect
            label={t.filter.target}
            value={targetType ?? ''}
            onChange={(event) => {
              const value = event.currentTarget.value || undefined;
              onChange({ targetType: value, ...(value === undefined && { targetId: undefined }) });
            }}
            data={targets}
          />
          <LateInput
            label={t.filter.targetId}
            value={targetId}
            disabled={targetType === undefined}
            onChange={(value) => onChange({ targetId: value })}
          />
          <LateInput label={t.filter.ip} value={ip} onChange={(value) => onChange({ ip: value })} />
          <LateInput label={t.filter.request} value={requestId} onChange={(value) => onChange({ requestId: value })} />
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

interface LateInputProps {
  label: string;
  value: string | undefined;
  disabled?: boolean;
  onChange: (value: string | undefined) => void;
}

/** Counts once it is whole: on Enter, or when the field is left. Half an address finds nothing. */
function LateInput({ label, value, disabled = false, onChange }: LateInputProps) {
  const [typed, setTyped] = useState(value ?? '');
  const done = () => {
    const text = typed.trim() || undefined;
    if (text !== value) onChange(text);
  };
  return (
    <TextInput
      label={label}
      value={typed}
      maxLength={64}
      disabled={disabled}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={done}
      onKeyDown={(event) => event.key === 'Enter' && done()}
    />
  );
}
