import { Paper, Stack, Title } from '@mantine/core';
import type { ReactNode } from 'react';

/** One matter of the page. */
export function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Paper component="section" p={{ base: 'md', sm: 'lg' }}>
      <Stack gap="md">
        <Title order={2} size="h5">
          {title}
        </Title>
        {children}
      </Stack>
    </Paper>
  );
}
