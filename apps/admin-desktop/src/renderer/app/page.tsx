import { Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './page.module.css';

interface PageProps {
  title: string;
  /** What this page is for, in one line. */
  hint?: ReactNode;
  actions?: ReactNode;
  /** Fills the window's height instead of scrolling as a whole. */
  fill?: boolean;
  children: ReactNode;
}

/** One page of the app: its heading and what it shows. */
export function Page({ title, hint, actions, fill = false, children }: PageProps) {
  return (
    <main className={fill ? classes.fill : classes.page}>
      <Group justify="space-between" align="flex-start" gap="md" wrap="nowrap" className={classes.head}>
        <Stack gap={2} miw={0}>
          <Title order={1} size="h3">
            {title}
          </Title>
          {hint && (
            <Text size="sm" c="dimmed" component="div">
              {hint}
            </Text>
          )}
        </Stack>
        {actions && (
          <Group gap="sm" wrap="nowrap">
            {actions}
          </Group>
        )}
      </Group>
      {children}
    </main>
  );
}
