import { COVERAGE_ALERTS } from '@forewarn/core/descriptors/model';
import { toneStyle } from '@forewarn/ui/data';
import { ErrorNote } from '@forewarn/ui/feedback';
import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { trpc } from '../../api.ts';
import { useProblemOf } from '../../app/problem/use-problem.ts';
import { useDescriptorText } from './descriptor-text.ts';
import { GapItem } from './gap-item.tsx';

/** Shown at first; the rest on request. */
const FIRST = 2;

/**
 * Descriptors of recent alerts that no card covers exactly, each enrolled by a tap. Not there at all while everything is covered: the cards
 * are what this page is about.
 */
export function CoverageGaps({ readOnly }: { readOnly: boolean }) {
  const { gaps: text } = useDescriptorText();
  const problemOf = useProblemOf();
  const [dismissed, setDismissed] = useState(false);
  const [open, setOpen] = useState(false);
  const [caid, setCaid] = useState(false);
  const [enrolled, setEnrolled] = useState<string>();
  const query = useQuery(
    trpc.descriptors.gaps.queryOptions({ dismissed }, { placeholderData: keepPreviousData, staleTime: 30_000 }),
  );
  // Where alerts of a card enrolled here will go.
  const profile = useQuery(trpc.profile.get.queryOptions({}, { staleTime: 60_000 }));
  const email = profile.data?.email ?? '';
  if (query.isError && !query.data) return <ErrorNote problem={problemOf(query.error)} />;
  if (!query.data) return null;
  const { gaps, total, window } = query.data;
  // What only lacks a CAID arrives safely today: it waits behind a click.
  const pressing = gaps.filter((gap) => dismissed || caid || gap.kind !== 'CAID');
  const waiting = gaps.length - pressing.length;
  const shown = open ? pressing : pressing.slice(0, FIRST);
  if (gaps.length === 0 && query.data.dismissed === 0 && !dismissed && enrolled === undefined) return null;
  return (
    <Paper component="section" aria-label={text.title} style={{ overflow: 'hidden' }}>
      <Stack gap={4} px="md" py="sm">
        <Title order={2} size="h5">
          {text.title}
        </Title>
        {pressing.length > 0 && !dismissed && (
          <Text size="sm" maw={720}>
            {text.intro(pressing.length)} {!readOnly && email !== '' && text.enrolFollows(email)}
          </Text>
        )}
        {enrolled !== undefined && (
          <Text size="sm" role="status" style={{ ...toneStyle('positive'), color: 'var(--tone-text)' }}>
            {text.done(enrolled)}
          </Text>
        )}
        {dismissed && gaps.length === 0 && <Text size="sm">{text.nothingDismissed}</Text>}
        <Text size="xs" c="dimmed">
          {text.window(window.days, window.cut, COVERAGE_ALERTS)}
          {total > gaps.length && ` ${text.more(total - gaps.length)}`}
        </Text>
      </Stack>
      {shown.map((gap) => (
        <GapItem key={gap.descriptor} gap={gap} readOnly={readOnly} onEnrolled={setEnrolled} />
      ))}
      <Group gap="xs" px="sm" py={6}>
        {pressing.length > FIRST && (
          <Button size="compact-sm" variant="subtle" onClick={() => setOpen(!open)}>
            {open ? text.showFewer : text.showAll(pressing.length)}
          </Button>
        )}
        {!caid && waiting > 0 && (
          <Button size="compact-sm" variant="subtle" color="gray" onClick={() => setCaid(true)}>
            {text.showCaid(waiting)}
          </Button>
        )}
        {(dismissed || query.data.dismissed > 0) && (
          <Button size="compact-sm" variant="subtle" color="gray" onClick={() => setDismissed(!dismissed)}>
            {dismissed ? text.showOpen : text.showDismissed(query.data.dismissed)}
          </Button>
        )}
      </Group>
    </Paper>
  );
}
