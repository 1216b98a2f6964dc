import { QUICK_COUNT_LIMIT } from '@forewarn/core/alerts/model';
import { SECOND } from '@forewarn/core/kernel/time';
import { SegmentedControl, Text } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTRPC } from '../../api.ts';
import { useMay } from '../../app/use-session.ts';
import { type AlertSearch, QUICK_VIEWS, quickSearch, quickView } from './search.ts';
import { useFilterText } from './text/filters.ts';

interface QuickViewsProps {
  search: AlertSearch;
  onChange: (change: AlertSearch) => void;
}

/** One click to what matters, with how many there are, of the merchant that is filtered by. */
export function QuickViews({ search, onChange }: QuickViewsProps) {
  const t = useFilterText();
  const trpc = useTRPC();
  const allowed = useMay('alert:assign');
  const counts = useQuery(
    trpc.admin.alerts.counts.queryOptions(
      { merchantId: search.merchantId },
      { enabled: allowed, refetchInterval: 15 * SECOND, placeholderData: keepPreviousData },
    ),
  );
  return (
    <div style={{ maxWidth: '100%', overflowX: 'auto' }}>
      <SegmentedControl
        aria-label={t.quick}
        value={quickView(search)}
        onChange={(value) => onChange(quickSearch(QUICK_VIEWS.find((view) => view === value) ?? 'all'))}
        data={QUICK_VIEWS.map((view) => ({
          value: view,
          label: <Label view={t.views[view]} count={counts.data?.[view]} />,
        }))}
      />
    </div>
  );
}

function Label({ view, count }: { view: string; count: number | undefined }) {
  return (
    <>
      {view}
      {count !== undefined && (
        <Text span size="xs" c="dimmed" ml={6} className="fw-tabular">
          {count >= QUICK_COUNT_LIMIT ? `${QUICK_COUNT_LIMIT - 1}+` : count}
        </Text>
      )}
    </>
  );
}
