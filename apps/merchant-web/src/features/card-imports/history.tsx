import type { CardImport, ImportStatus } from '@forewarn/core/card-imports/model';
import { Pager, ToneBadge } from '@forewarn/ui/data';
import { ErrorState, ListSkeleton } from '@forewarn/ui/feedback';
import { useFormat } from '@forewarn/ui/format';
import { Group, Paper, Stack, Text, Title } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { trpc } from '../../api.ts';
import { useProblemOf } from '../../app/problem/use-problem.ts';
import { TextLink } from '../../app/text-link.tsx';
import { useImportText } from './text.ts';

const TONES = { OPEN: 'warning', RUNNING: 'accent', DONE: 'positive' } as const satisfies Record<ImportStatus, string>;

/** Who imported what and when. */
export function History() {
  const { history: text } = useImportText();
  const problemOf = useProblemOf();
  const [{ page, size }, setPage] = useState({ page: 1, size: 10 });
  const list = useQuery(trpc.cards.imports.list.queryOptions({ page, size }, { placeholderData: keepPreviousData }));
  if (list.isPending) return <ListSkeleton rows={2} />;
  if (list.isError) return <ErrorState problem={problemOf(list.error)} onRetry={() => void list.refetch()} />;
  const { records, total, pages } = list.data;
  if (total === 0) return null;
  return (
    <Stack gap="sm">
      <Title order={2} size="h4">
        {text.title}
      </Title>
      <Stack gap="sm" component="ul" aria-label={text.label} m={0} p={0} style={{ listStyle: 'none' }}>
        {records.map((one) => (
          <HistoryItem key={one.id} one={one} />
        ))}
      </Stack>
      {total > 10 && (
        <Pager
          page={page}
          pages={pages}
          total={total}
          size={size}
          onPage={(next) => setPage({ page: next, size })}
          onSize={(next) => setPage({ page: 1, size: next })}
        />
      )}
    </Stack>
  );
}

function HistoryItem({ one }: { one: CardImport }) {
  const { history: text, status } = useImportText();
  const format = useFormat();
  const facts = [
    text.counts(one.totalRows, one.importedRows, one.problemRows),
    one.undoneRows > 0 && text.undone(one.undoneRows),
    one.purged && text.purged,
  ];
  return (
    <Paper p="md" component="li">
      <Group justify="space-between" align="flex-start" gap="xs" wrap="nowrap">
        <TextLink to="/cards/import/$id" params={{ id: one.id }} style={{ overflowWrap: 'anywhere' }}>
          {one.fileName}
        </TextLink>
        <ToneBadge tone={TONES[one.status]} dot={one.status === 'RUNNING' ? 'live' : undefined}>
          {status[one.status]}
        </ToneBadge>
      </Group>
      <Text size="sm">{facts.filter((fact) => fact !== false).join(' · ')}</Text>
      <Text size="xs" c="dimmed">
        {text.who(one.createdName, format.time(one.createdTime, 'short'))}
      </Text>
    </Paper>
  );
}
