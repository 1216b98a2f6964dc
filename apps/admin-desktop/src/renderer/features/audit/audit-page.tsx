import { DataTable } from '@forewarn/ui/data';
import { EmptyState } from '@forewarn/ui/feedback';
import { Button } from '@mantine/core';
import { IconDownload, IconShieldCheck } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTRPC } from '../../api.ts';
import { ListPaper } from '../../app/list-paper.tsx';
import { Page } from '../../app/page.tsx';
import { QueryView } from '../../app/query-view.tsx';
import { useMay } from '../../app/use-session.ts';
import { AuditFilters } from './audit-filters.tsx';
import { useColumns } from './columns.tsx';
import { EntryDrawer } from './entry-drawer.tsx';
import { type AuditSearch, activeFilters, toFilters } from './search.ts';
import { useAuditText } from './text.ts';
import { useAuditExport } from './use-audit-export.ts';
import { useVerification } from './use-verification.ts';
import { Verification } from './verification.tsx';

const route = getRouteApi('/inside/audit');

export function AuditPage() {
  const t = useAuditText();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const trpc = useTRPC();
  const columns = useColumns();
  const verification = useVerification();
  const entries = useQuery(
    trpc.admin.audit.list.queryOptions(
      { page: search.page ?? 1, size: search.size ?? 20, ...toFilters(search, new Date()) },
      { placeholderData: keepPreviousData },
    ),
  );
  const change = (next: AuditSearch) => void navigate({ search: (now) => ({ ...now, ...next }), replace: true });
  return (
    <Page title={t.title} hint={t.hint} actions={<Actions search={search} verification={verification} />}>
      <Verification run={verification} />
      <AuditFilters search={search} onChange={(next) => change({ page: undefined, ...next })} />
      <QueryView query={entries}>
        {(page) => (
          <ListPaper
            page={page}
            onChange={change}
            empty={
              <EmptyState
                icon={<IconShieldCheck size={26} />}
                title={activeFilters(search) > 0 ? t.nothing : t.empty}
              />
            }
          >
            <DataTable
              label={t.table}
              columns={columns}
              rows={page.records}
              rowKey={(entry) => entry.id}
              onOpen={({ id }) => change({ open: id })}
            />
          </ListPaper>
        )}
      </QueryView>
      <EntryDrawer id={search.open} onClose={() => change({ open: undefined })} />
    </Page>
  );
}

interface ActionsProps {
  search: AuditSearch;
  verification: ReturnType<typeof useVerification>;
}

function Actions({ search, verification }: ActionsProps) {
  const t = useAuditText();
  const download = useAuditExport();
  const mayExport = useMay('audit:export');
  const mayVerify = useMay('audit:verify');
  return (
    <>
      {mayExport && (
        <Button
          variant="default"
          leftSection={<IconDownload size={16} aria-hidden />}
          loading={download.isPending}
          onClick={() => download.mutate(search)}
        >
          {t.export}
        </Button>
      )}
      {mayVerify && (
        <Button
          leftSection={<IconShieldCheck size={16} aria-hidden />}
          loading={verification.isPending}
          onClick={() => verification.mutate()}
        >
          {t.verify}
        </Button>
      )}
    </>
  );
}
