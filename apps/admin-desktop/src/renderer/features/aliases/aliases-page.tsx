import type { DescriptorAlias } from '@forewarn/core/aliases/model';
import { type Column, DataTable } from '@forewarn/ui/data';
import { EmptyState } from '@forewarn/ui/feedback';
import { useFormat } from '@forewarn/ui/format';
import { Anchor, Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconArrowsJoin } from '@tabler/icons-react';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTRPC } from '../../api.ts';
import { KeywordFilter } from '../../app/keyword-filter.tsx';
import { ListPaper } from '../../app/list-paper.tsx';
import { MerchantSelect } from '../../app/merchant-select.tsx';
import { Page } from '../../app/page.tsx';
import { QueryView } from '../../app/query-view.tsx';
import { ReasonDialog } from '../../app/reason-dialog.tsx';
import { useProblem } from '../../app/use-problem.ts';
import type { AliasSearch } from './search.ts';
import { useAliasesText } from './text.ts';

const route = getRouteApi('/inside/aliases');

/** What was remembered of descriptors in the queue, and the way to forget it. */
export function AliasesPage() {
  const t = useAliasesText();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const trpc = useTRPC();
  const [removing, setRemoving] = useState<DescriptorAlias>();
  const { keyword, merchantId } = search;
  const aliases = useQuery(
    trpc.admin.aliases.list.queryOptions(
      {
        page: search.page ?? 1,
        size: search.size ?? 20,
        ...(keyword && { keyword }),
        ...(merchantId && { merchantId }),
      },
      { placeholderData: keepPreviousData },
    ),
  );
  const columns = useColumns(setRemoving);
  const change = (next: AliasSearch) => void navigate({ search: (now) => ({ ...now, ...next }), replace: true });
  const filtered = keyword !== undefined || merchantId !== undefined;
  return (
    <Page title={t.title} hint={t.hint}>
      <Group gap="sm" role="search">
        <KeywordFilter
          value={keyword}
          onChange={(next) => change({ keyword: next, page: undefined })}
          placeholder={t.search}
          w={240}
        />
        <MerchantSelect
          value={merchantId}
          onChange={(next) => change({ merchantId: next, page: undefined })}
          placeholder={t.anyMerchant}
          w={220}
        />
      </Group>
      <QueryView query={aliases}>
        {(page) => (
          <ListPaper
            page={page}
            onChange={change}
            empty={
              <EmptyState
                icon={<IconArrowsJoin size={26} />}
                title={filtered ? t.nothing : t.empty}
                {...(!filtered && { text: t.emptyHint })}
              />
            }
          >
            <DataTable label={t.table} columns={columns} rows={page.records} rowKey={({ id }) => id} />
          </ListPaper>
        )}
      </QueryView>
      {removing && <RemoveDialog alias={removing} onClose={() => setRemoving(undefined)} />}
    </Page>
  );
}

function RemoveDialog({ alias, onClose }: { alias: DescriptorAlias; onClose: () => void }) {
  const { dialog: t } = useAliasesText();
  const trpc = useTRPC();
  const cache = useQueryClient();
  const toProblem = useProblem();
  const remove = useMutation(
    trpc.admin.aliases.remove.mutationOptions({
      onSuccess: async () => {
        notifications.show({ message: t.done });
        onClose();
        await cache.invalidateQueries(trpc.admin.aliases.pathFilter());
      },
    }),
  );
  return (
    <ReasonDialog
      title={t.title(alias.descriptor)}
      text={t.text(alias.merchantName)}
      confirmLabel={t.confirm}
      busy={remove.isPending}
      problem={remove.error ? toProblem(remove.error) : undefined}
      onReason={(reason) => remove.mutate({ id: alias.id, reason })}
      onCancel={onClose}
    />
  );
}

function useColumns(onRemove: (alias: DescriptorAlias) => void): Column<DescriptorAlias>[] {
  const t = useAliasesText();
  const format = useFormat();
  return [
    {
      key: 'descriptor',
      header: t.column.descriptor,
      render: ({ descriptor }) => (
        <Text size="sm" fw={550} style={{ overflowWrap: 'anywhere' }}>
          {descriptor}
        </Text>
      ),
    },
    {
      key: 'bin',
      header: t.column.bin,
      render: ({ cardBinMasked }) => (
        <Text size="sm" className="fw-tabular">
          {cardBinMasked ?? t.anyBin}
        </Text>
      ),
    },
    {
      key: 'merchant',
      header: t.column.merchant,
      render: ({ merchantId, merchantName }) => (
        <Anchor
          size="sm"
          renderRoot={(props) => <Link to="/merchants/$id" params={{ id: String(merchantId) }} {...props} />}
        >
          {merchantName}
        </Anchor>
      ),
    },
    {
      key: 'reason',
      header: t.column.reason,
      render: ({ reason }) => (
        <Text size="sm" lineClamp={2} title={reason} style={{ overflowWrap: 'anywhere' }}>
          {reason}
        </Text>
      ),
    },
    {
      key: 'by',
      header: t.column.by,
      render: ({ createdBy, createdTime }) => (
        <>
          <Text size="sm">{createdBy ?? '–'}</Text>
          <Text size="xs" c="dimmed" className="fw-tabular" style={{ whiteSpace: 'nowrap' }}>
            {format.time(createdTime, 'short')}
          </Text>
        </>
      ),
    },
    {
      key: 'act',
      header: t.column.act,
      align: 'end',
      render: (alias) => (
        <Button
          size="xs"
          variant="default"
          aria-label={t.removeLabel(alias.descriptor)}
          onClick={() => onRemove(alias)}
        >
          {t.remove}
        </Button>
      ),
    },
  ];
}
