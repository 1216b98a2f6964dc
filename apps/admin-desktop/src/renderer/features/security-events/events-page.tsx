import { SECURITY_EVENT_KINDS, type SecurityEvent, type Severity } from '@forewarn/core/security-events/model';
import { type Column, DataTable, ToneBadge } from '@forewarn/ui/data';
import { EmptyState } from '@forewarn/ui/feedback';
import { useFormat } from '@forewarn/ui/format';
import type { Tone } from '@forewarn/ui/theme';
import { Anchor, Button, Group, NativeSelect, Stack, Text, VisuallyHidden } from '@mantine/core';
import { IconAdjustments, IconShieldCheck } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTRPC } from '../../api.ts';
import { instantsOf } from '../../app/date-range.ts';
import { ListPaper } from '../../app/list-paper.tsx';
import { Page } from '../../app/page.tsx';
import { QueryView } from '../../app/query-view.tsx';
import { RangeFilter } from '../../app/range-filter.tsx';
import { useMay } from '../../app/use-session.ts';
import { EventDrawer } from './event-drawer.tsx';
import type { SecurityEventSearch } from './search.ts';
import { useSecurityEventText } from './text.ts';
import { ThresholdsDrawer } from './thresholds-drawer.tsx';

const route = getRouteApi('/inside/security-events');
export const SEVERITY_TONES: Record<Severity, Tone> = { INFO: 'neutral', WARNING: 'warning', CRITICAL: 'danger' };

/** What looked wrong, those nobody has acknowledged first (A-308, C-164). */
export function SecurityEventsPage() {
  const t = useSecurityEventText();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const trpc = useTRPC();
  const columns = useColumns();
  const mayConfigure = useMay('security:config');
  const [configuring, setConfiguring] = useState(false);
  const { range, from, to, kind, state } = search;
  const events = useQuery(
    trpc.admin.security.events.list.queryOptions(
      {
        page: search.page ?? 1,
        size: search.size ?? 20,
        ...(kind !== undefined && { kind }),
        ...(state !== 'all' && { state: state ?? 'open' }),
        ...instantsOf({ range, from, to }, new Date()),
      },
      { placeholderData: keepPreviousData },
    ),
  );
  const change = (next: SecurityEventSearch) =>
    void navigate({ search: (now) => ({ ...now, ...next }), replace: true });
  const filter = (next: SecurityEventSearch) => change({ page: undefined, ...next });
  const filtered = kind !== undefined || range !== undefined || state !== undefined;
  return (
    <Page
      title={t.title}
      hint={t.hint}
      actions={
        mayConfigure && (
          <Button
            variant="default"
            leftSection={<IconAdjustments size={16} aria-hidden />}
            onClick={() => setConfiguring(true)}
          >
            {t.thresholds.open}
          </Button>
        )
      }
    >
      <Group gap="sm" role="search">
        <NativeSelect
          aria-label={t.stateFilter}
          value={state ?? 'open'}
          onChange={({ currentTarget: { value } }) =>
            filter({ state: value === 'acknowledged' || value === 'all' ? value : undefined })
          }
          data={(['open', 'acknowledged', 'all'] as const).map((value) => ({ value, label: t.states[value] }))}
        />
        <NativeSelect
          aria-label={t.kindFilter}
          value={kind ?? ''}
          onChange={({ currentTarget: { value } }) =>
            filter({ kind: SECURITY_EVENT_KINDS.find((known) => known === value) })
          }
          data={[
            { value: '', label: t.anyKind },
            ...SECURITY_EVENT_KINDS.map((value) => ({ value, label: t.kind[value] })),
          ]}
        />
        <RangeFilter value={search} onChange={filter} />
      </Group>
      <QueryView query={events}>
        {(page) => (
          <ListPaper
            page={page}
            onChange={change}
            empty={
              <EmptyState
                icon={<IconShieldCheck size={26} />}
                title={filtered ? t.nothing : t.empty}
                {...(!filtered && { text: t.emptyHint })}
              />
            }
          >
            <DataTable
              label={t.table}
              columns={columns}
              rows={page.records}
              rowKey={(event) => event.id}
              onOpen={({ id }) => change({ open: id })}
            />
          </ListPaper>
        )}
      </QueryView>
      <EventDrawer id={search.open} onClose={() => change({ open: undefined })} />
      <ThresholdsDrawer opened={configuring} onClose={() => setConfiguring(false)} />
    </Page>
  );
}

function useColumns(): Column<SecurityEvent>[] {
  const t = useSecurityEventText();
  const format = useFormat();
  return [
    {
      key: 'at',
      header: t.column.at,
      width: 180,
      render: (event) => (
        <Anchor
          size="sm"
          className="fw-tabular"
          style={{ whiteSpace: 'nowrap' }}
          title={format.time(event.at, 'exact')}
          renderRoot={(props) => (
            <Link to="/security-events" search={(now) => ({ ...now, open: event.id })} replace {...props} />
          )}
        >
          {format.time(event.at, 'dated')}
          <VisuallyHidden> · {t.open(event.id)}</VisuallyHidden>
        </Anchor>
      ),
    },
    {
      key: 'kind',
      header: t.column.kind,
      render: (event) => (
        <Group gap="xs">
          <ToneBadge tone={SEVERITY_TONES[event.severity]}>{t.severity[event.severity]}</ToneBadge>
          <Text size="sm">{t.kind[event.kind]}</Text>
        </Group>
      ),
    },
    { key: 'who', header: t.column.who, render: (event) => <Who event={event} /> },
    { key: 'from', header: t.column.from, render: (event) => <span className="fw-tabular">{event.ip}</span> },
    {
      key: 'state',
      header: t.column.state,
      render: (event) => (
        <Text size="sm" {...(event.acknowledgedTime !== null && { c: 'dimmed' })}>
          {event.acknowledgedTime === null ? t.states.open : `${t.states.acknowledged} · ${event.acknowledgedName}`}
        </Text>
      ),
    },
  ];
}

function Who({ event }: { event: SecurityEvent }) {
  const t = useSecurityEventText();
  if (event.realm === null) return <Text size="sm">{t.nobody}</Text>;
  return (
    <Stack gap={0}>
      <Text size="sm">{event.subjectName || `#${event.subjectId}`}</Text>
      <Text size="xs" c="dimmed">
        {t.realm[event.realm]}
      </Text>
    </Stack>
  );
}
