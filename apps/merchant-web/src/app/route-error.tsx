import { ErrorState } from '@forewarn/ui/feedback';
import { Container } from '@mantine/core';
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { useProblemOf } from './problem/use-problem.ts';

/** A page that could not be opened: no network, no server, or a fault of its own. */
export function RouteError({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  const problem = useProblemOf()(error);
  return (
    <Container size="sm" py="xl">
      <ErrorState
        problem={{ ...problem, canRetry: true }}
        onRetry={() => {
          reset();
          void router.invalidate();
        }}
      />
    </Container>
  );
}
