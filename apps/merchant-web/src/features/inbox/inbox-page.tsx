import { Pager } from '@forewarn/ui/data';
import { EmptyState, ErrorNote, ErrorState, ListSkeleton } from '@forewarn/ui/feedback';
import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconInbox } from '@tabler/icons-react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useProblemOf } from '../../app/problem/use-problem.ts';
import { usePageTitle } from '../../app/use-page-title.ts';
import classes from './inbox.module.css';
import { InboxRow } from './inbox-row.tsx';
import { useInboxText } from './text.ts';
import { useInbox, useRead, useReadAll } from './use-inbox.ts';

const route = getRouteApi('/shell/inbox');

/** What the merchant was told: to be found again, and to be ticked off. */
export function InboxPage() {
  const text = useInboxText();
  const problemOf = useProblemOf();
  usePageTitle(text.page);
  const { page, size, view } = route.useSearch();
  const navigate = route.useNavigate();
  const go = (next: { page?: number; size?: number; view?: 'all' | 'unread' }) =>
    void navigate({ search: { page: 1, size, view, ...next } });
  const unread = view === 'unread';
  const list = useInbox({ page, size, unread });
  const [read, readAll] = [useRead(), useReadAll()];
  const failed = read.error ?? readAll.error;
  const records = list.data?.records ?? [];
  const newest = page === 1 ? records[0]?.id : undefined;
  return (
    <Stack gap="md" maw={860} mx="auto">
      <div>
        <Title order={1} size="h3">
          {text.heading}
        </Title>
        <Text c="dimmed" size="sm">
          {text.intro}
        </Text>
      </div>
      <Group justify="space-between" gap="sm">
        <nav className={classes.views} aria-label={text.views.label}>
          {(['all', 'unread'] as const).map((option) => (
            <Link
              key={option}
              to="/inbox"
              search={{ view: option, size }}
              className={classes.view}
              aria-current={option === view ? 'page' : undefined}
            >
              {text.views[option]}
            </Link>
          ))}
        </nav>
        {(list.data?.unread ?? 0) > 0 && (
          <Button
            variant="default"
            loading={readAll.isPending}
            onClick={() => readAll.mutate(newest === undefined ? {} : { upTo: newest })}
          >
            {text.readAll}
          </Button>
        )}
      </Group>
      {failed && <ErrorNote problem={problemOf(failed)} />}
      {list.isPending && <ListSkeleton rows={4} />}
      {list.isError && (
        <ErrorState problem={problemOf(list.error)} onRetry={() => void list.refetch()} retrying={list.isFetching} />
      )}
      {records.length > 0 && (
        <Paper>
          <ul className={classes.list} aria-label={text.list}>
            {records.map((message) => (
              <InboxRow key={message.id} message={message} onRead={(id) => read.mutate({ id })} />
            ))}
          </ul>
        </Paper>
      )}
      {list.data && records.length === 0 && (
        <Paper>
          {unread ? (
            <EmptyState
              icon={<IconInbox size={24} />}
              title={text.nothingUnread.title}
              text={text.nothingUnread.text}
              action={
                <Button variant="default" onClick={() => go({ view: 'all' })}>
                  {text.nothingUnread.action}
                </Button>
              }
            />
          ) : (
            <EmptyState icon={<IconInbox size={24} />} title={text.empty.title} text={text.empty.text} />
          )}
        </Paper>
      )}
      {list.data && list.data.total > 10 && (
        <Pager
          page={list.data.current}
          pages={list.data.pages}
          total={list.data.total}
          size={size}
          onPage={(next) => go({ page: next })}
          onSize={(next) => go({ size: next })}
        />
      )}
    </Stack>
  );
}
