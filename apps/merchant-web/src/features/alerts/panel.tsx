import { useT } from '@forewarn/ui/i18n';
import { Drawer, Popover } from '@mantine/core';
import type { ReactNode } from 'react';

interface PanelProps {
  /** Says what is inside to those who can't see it; the sheet's title on a phone. */
  label: string;
  opened: boolean;
  onChange: (opened: boolean) => void;
  compact: boolean;
  width: number;
  /** The button it belongs to. */
  target: ReactNode;
  children: ReactNode;
}

/** A popover below its button; on a phone a sheet from below, where the thumb is. */
export function Panel({ label, opened, onChange, compact, width, target, children }: PanelProps) {
  const t = useT();
  if (compact) {
    return (
      <>
        {target}
        <Drawer
          opened={opened}
          onClose={() => onChange(false)}
          title={label}
          closeButtonProps={{ 'aria-label': t.close }}
          position="bottom"
          size="auto"
          radius="lg"
          styles={{ content: { maxHeight: '86dvh' }, title: { fontWeight: 600 } }}
        >
          {children}
        </Drawer>
      </>
    );
  }
  return (
    <Popover
      opened={opened}
      onChange={onChange}
      position="bottom-end"
      width={width}
      shadow="md"
      radius="md"
      trapFocus
      returnFocus
    >
      <Popover.Target>{target}</Popover.Target>
      <Popover.Dropdown aria-label={label} mah="min(640px, calc(100dvh - 160px))" style={{ overflowY: 'auto' }}>
        {children}
      </Popover.Dropdown>
    </Popover>
  );
}
