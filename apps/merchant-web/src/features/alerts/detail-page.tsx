import { FEEDBACK_UNDER_WAY } from '@forewarn/ui/data';
import { DetailSkeleton, ErrorState } from '@forewarn/ui/feedback';
import { Button, Group, Stack, VisuallyHidden } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useCanGoBack, useRouter } from '@tanstack/react-router';
import { trpc } from '../../api.ts';
import { useProblemOf } from '../../app/problem/use-problem.ts';
import { AlertPapers } from './alert-papers.tsx';
import classes from './detail.module.css';
import { DetailView } from './detail-view.tsx';
import { useDetailText, useListText } from './text/index.ts';
import { useFollowPulse } from './use-follow-pulse.ts';

const route = getRouteApi('/shell/alerts/$id');
/** While an answer is on its way, its state is asked for this often. */
const WATCH_EVERY = 2500;

export function AlertDetailPage() {
  const text = useDetailText();
  const list = useListText();
  const { id } = route.useParams();
  const { action } = route.useSearch();
  const problemOf = useProblemOf();
  useFollowPulse();
  const query = useQuery(
    trpc.alerts.get.queryOptions(
      { id },
      {
        refetchInterval: ({ state }) =>
          state.data && FEEDBACK_UNDER_WAY[state.data.feedbackStatus] ? WATCH_EVERY : false,
        refetchOnWindowFocus: 'always',
      },
    ),
  );
  return (
    <Stack gap="md">
      <Group justify="space-between" gap="xs">
        <BackLink />
        {query.data && <AlertPapers alert={query.data} />}
      </Group>
      {!query.data && <VisuallyHidden component="h1">{list.heading}</VisuallyHidden>}
      {query.data ? (
        <DetailView key={query.data.id} alert={query.data} action={action} />
      ) : query.isError ? (
        <ErrorState
          problem={problemOf(query.error)}
          onRetry={() => void query.refetch()}
          retrying={query.isFetching}
          action={
            <Button variant="default" component={Link} to="/alerts">
              {text.back}
            </Button>
          }
        />
      ) : (
        <DetailSkeleton />
      )}
    </Stack>
  );
}

/** Back to the list as it was left; from a mail's link, to the list as it opens. */
function BackLink() {
  const text = useDetailText();
  const list = useListText();
  const router = useRouter();
  const canGoBack = useCanGoBack();
  return (
    <Link
      to="/alerts"
      className={classes.back ?? ''}
      aria-label={text.back}
      onClick={(event) => {
        if (!canGoBack || event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        router.history.back();
      }}
    >
      <IconArrowLeft size={16} aria-hidden />
      {list.heading}
    </Link>
  );
}
