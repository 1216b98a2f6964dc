import { ErrorState, ListSkeleton } from '@forewarn/ui/feedback';
import type { ReactNode } from 'react';
import { useProblem } from './use-problem.ts';

interface QueryViewProps<T> {
  query: {
    data: T | undefined;
    error: unknown;
    isFetching: boolean;
    refetch: () => unknown;
  };
  loading?: ReactNode;
  /** Another way on when it can't be had. */
  wayOut?: ReactNode;
  children: (data: T) => ReactNode;
}

/** Loading, error and content of one query. Content that has been read stays while it is read again. */
export function QueryView<T>({ query, loading, wayOut, children }: QueryViewProps<T>) {
  const toProblem = useProblem();
  if (query.data !== undefined) return children(query.data);
  if (query.error) {
    return (
      <ErrorState
        problem={toProblem(query.error)}
        retrying={query.isFetching}
        onRetry={() => void query.refetch()}
        action={wayOut}
      />
    );
  }
  return loading ?? <ListSkeleton />;
}
