import { Paper, Skeleton, Stack, VisuallyHidden } from '@mantine/core';
import { useT } from '../i18n/hooks.ts';

/** A list that is on its way. */
export function ListSkeleton({ rows = 6 }: { rows?: number }) {
  const t = useT();
  return (
    <Paper p="md" role="status" aria-busy>
      <VisuallyHidden>{t.loading}</VisuallyHidden>
      <Stack gap="md">
        {Array.from({ length: rows }, (_, row) => row).map((row) => (
          <Skeleton key={row} height={40} radius="md" />
        ))}
      </Stack>
    </Paper>
  );
}

/** A page of facts that is on its way. */
export function DetailSkeleton() {
  const t = useT();
  return (
    <Stack gap="md" role="status" aria-busy>
      <VisuallyHidden>{t.loading}</VisuallyHidden>
      <Paper p="lg">
        <Skeleton height={20} width="40%" mb="md" />
        <Skeleton height={36} width="60%" />
      </Paper>
      <Paper p="lg">
        <Stack gap="md">
          <Skeleton height={16} width="30%" />
          <Skeleton height={16} width="80%" />
          <Skeleton height={16} width="70%" />
          <Skeleton height={16} width="75%" />
        </Stack>
      </Paper>
    </Stack>
  );
}
