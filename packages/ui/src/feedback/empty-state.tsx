import { Stack, Text, ThemeIcon, Title } from '@mantine/core';
import type { ReactNode } from 'react';

interface EmptyStateProps {
  icon: ReactNode;
  title: string;
  /** What this place is for, or why nothing is here. */
  text?: ReactNode;
  /** The first step. */
  action?: ReactNode;
  /** 1 where nothing else is on the page. */
  order?: 1 | 2;
}

/** Nothing here yet: says why, and what to do first. */
export function EmptyState({ icon, title, text, action, order = 2 }: EmptyStateProps) {
  return (
    <Stack align="center" gap="sm" py={48} px="md" ta="center">
      <ThemeIcon variant="light" size={48} radius="xl" aria-hidden>
        {icon}
      </ThemeIcon>
      <Title order={order} size="h4">
        {title}
      </Title>
      {text && (
        <Text c="dimmed" size="sm" maw={460}>
          {text}
        </Text>
      )}
      {action}
    </Stack>
  );
}
