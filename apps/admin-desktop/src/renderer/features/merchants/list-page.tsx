import { MERCHANT_STATUSES, type MerchantSummary } from '@forewarn/core/merchants/model';
import { type Column, DataTable, MerchantStatusBadge } from '@forewarn/ui/data';
import { EmptyState } from '@forewarn/ui/feedback';
import { useFormat } from '@forewarn/ui/format';
import { useStaffLabels } from '@forewarn/ui/i18n';
import { Anchor, Button, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { IconBuildingStore, IconPlus } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTRPC } from '../../api.ts';
import { KeywordFilter } from '../../app/keyword-filter.tsx';
import { ListPaper } from '../../app/list-paper.tsx';
import { Page } from '../../app/page.tsx';
import { QueryView } from '../../app/query-view.tsx';
import { useMay } from '../../app/use-session.ts';
import { CreateDialog } from './create-dialog.tsx';
import type { MerchantSearch } from './search.ts';
import { useMerchantsText } from './text.ts';

const route = getRouteApi('/inside/merchants');

export function MerchantListPage() {
  const t = useMerchantsText();
  const labels = useStaffLabels();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const trpc = useTRPC();
  const columns = useColumns();
  const mayCreate = useMay('merchant:create');
  const [creating, setCreating] = useState(false);
  const merchants = useQuery(
    trpc.admin.merchants.list.queryOptions(
      {
        page: search.page ?? 1,
        size: search.size ?? 20,
        ...(search.keyword !== undefined && { keyword: search.keyword }),
        ...(search.status && { status: search.status }),
      },
      { placeholderData: keepPreviousData },
    ),
  );
  const change = (next: MerchantSearch) =>
    void navigate({ search: (now) => ({ ...now, page: undefined, ...next }), replace: true });
  const filtered = search.keyword !== undefined || search.status !== undefined;
  return (
    <Page
      title={t.title}
      hint={t.hint}
      actions={
        mayCreate && (
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setCreating(true)}>
            {t.create.open}
          </Button>
        )
      }
    >
      {creating && <CreateDialog onClose={() => setCreating(false)} />}
      <Group gap="xs" role="search">
        <KeywordFilter value={search.keyword} onChange={(keyword) => change({ keyword })} placeholder={t.search} />
        <NativeSelect
          aria-label={t.status}
          value={search.status ?? ''}
          onChange={(event) =>
            change({ status: MERCHANT_STATUSES.find((status) => status === event.currentTarget.value) })
          }
          data={[
            { value: '', label: t.anyStatus },
            ...MERCHANT_STATUSES.map((status) => ({ value: status, label: labels.merchantStatus[status] })),
          ]}
        />
      </Group>
      <QueryView query={merchants}>
        {(page) => (
          <ListPaper
            page={page}
            onChange={change}
            empty={
              <EmptyState
                icon={<IconBuildingStore size={26} />}
                title={filtered ? t.nothing : t.empty}
                text={filtered ? t.nothingHint : t.emptyHint}
              />
            }
          >
            <DataTable
              label={t.table}
              columns={columns}
              rows={page.records}
              rowKey={(merchant) => merchant.id}
              onOpen={({ id }) => void navigate({ to: '/merchants/$id', params: { id: String(id) } })}
            />
          </ListPaper>
        )}
      </QueryView>
    </Page>
  );
}

function useColumns(): Column<MerchantSummary>[] {
  const t = useMerchantsText();
  const format = useFormat();
  return [
    {
      key: 'company',
      header: t.column.company,
      render: (merchant) => (
        <Anchor
          size="sm"
          fw={550}
          renderRoot={(props) => <Link to="/merchants/$id" params={{ id: String(merchant.id) }} {...props} />}
          aria-label={t.open(merchant.companyName)}
        >
          {merchant.companyName}
        </Anchor>
      ),
    },
    {
      key: 'contact',
      header: t.column.contact,
      render: (merchant) => (
        <Stack gap={0}>
          <Text size="sm">{merchant.contactPerson}</Text>
          <Text size="xs" c="dimmed">
            {merchant.email}
          </Text>
          {merchant.mailTroubles > 0 && (
            <Text size="xs" c="var(--fw-danger-text)">
              {t.mailTroubles(merchant.mailTroubles)}
            </Text>
          )}
        </Stack>
      ),
    },
    { key: 'status', header: t.column.status, render: (merchant) => <MerchantStatusBadge value={merchant.status} /> },
    { key: 'cards', header: t.column.cards, align: 'end', render: (merchant) => merchant.cards },
    { key: 'waiting', header: t.column.waiting, align: 'end', render: (merchant) => merchant.alertsNeedingAnswer },
    {
      key: 'lastLogin',
      header: t.column.lastLogin,
      render: (merchant) => (
        <Text size="sm" className="fw-tabular" {...(merchant.lastLoginTime === null && { c: 'dimmed' })}>
          {merchant.lastLoginTime === null ? t.never : format.time(merchant.lastLoginTime, 'short')}
        </Text>
      ),
    },
    {
      key: 'created',
      header: t.column.created,
      render: (merchant) => (
        <Text size="sm" className="fw-tabular">
          {format.time(merchant.createdTime, 'date')}
        </Text>
      ),
    },
  ];
}
