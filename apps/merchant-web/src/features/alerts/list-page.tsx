import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { getRouteApi } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { usePageTitle } from '../../app/use-page-title.ts';
import { usePulse } from '../../app/use-pulse.ts';
import { ExportMenu } from './export-menu.tsx';
import { KeysHelp } from './keys-help.tsx';
import { ListBar, type OpenPanel } from './list-bar.tsx';
import { ListChips } from './list-chips.tsx';
import { sortingOf } from './list-input.ts';
import { ListResults } from './list-results.tsx';
import type { AlertSearch } from './list-search.ts';
import { ListViews } from './list-views.tsx';
import { useListText } from './text/index.ts';
import { useColumns } from './use-columns.ts';
import { useCounts, writeCount } from './use-counts.ts';
import { useFollowPulse } from './use-follow-pulse.ts';
import { useListKeys } from './use-list-keys.ts';
import { useSavedViews } from './use-saved-views.ts';

const route = getRouteApi('/shell/alerts');

/** The merchant's alerts: what to do next, and by when. */
export function AlertListPage() {
  const text = useListText();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const compact = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false }) ?? false;
  const saved = useSavedViews();
  const [panel, setPanel] = useState<OpenPanel>(null);
  const [help, setHelp] = useState(false);
  const [choosing, setChoosing] = useState(false);
  const [matching, setMatching] = useState<string>();
  const keyword = useRef<HTMLInputElement>(null);
  usePageTitle(text.page);
  useFollowPulse();

  const change = (part: Partial<AlertSearch>) =>
    void navigate({ search: (before) => ({ ...before, page: 1, ...part }), replace: true, resetScroll: false });
  const [columns, setColumns] = useColumns(search, change);
  useListKeys({
    '/': () => keyword.current?.focus(),
    '?': () => setHelp(true),
    f: () => setPanel('filter'),
  });
  return (
    <Stack gap="md" data-wide>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <div>
          <Title order={1} size="h3">
            {text.heading}
          </Title>
          <Summary search={search} />
        </div>
        {compact ? (
          <Button
            variant={choosing ? 'light' : 'subtle'}
            size="compact-md"
            flex="none"
            onClick={() => setChoosing(!choosing)}
          >
            {choosing ? text.chooseDone : text.chooseMode}
          </Button>
        ) : (
          <KeysHelp opened={help} onChange={setHelp} />
        )}
      </Group>
      <ListViews search={search} saved={saved} compact={compact} />
      <ListBar
        search={search}
        onChange={change}
        compact={compact}
        columns={columns}
        onColumns={setColumns}
        panel={panel}
        onPanel={setPanel}
        keyword={keyword}
        matching={matching}
      >
        <ExportMenu search={search} />
      </ListBar>
      <ListChips search={search} onChange={change} />
      <ListResults
        search={search}
        onChange={change}
        compact={compact}
        choosing={choosing}
        columns={columns}
        onMatching={setMatching}
      />
    </Stack>
  );
}

/** How much waits, how much of it soon, and what the order means while it is that of urgency. */
function Summary({ search }: { search: AlertSearch }) {
  const text = useListText();
  const waiting = usePulse().data?.needsAnswer;
  const soon = useCounts()?.dueSoon ?? 0;
  return (
    <Text c="dimmed" size="sm" mih={22}>
      {waiting !== undefined && text.summary(waiting, soon > 0 ? writeCount(soon) : null)}
      {waiting !== undefined && waiting > 1 && sortingOf(search).by === 'urgency' && (
        <Text span inherit visibleFrom="sm">
          {' · '}
          {text.order}
        </Text>
      )}
    </Text>
  );
}
