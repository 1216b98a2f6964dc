import { MAIL_STATUSES } from '@forewarn/core/notifications/model';
import { DataTable, useMailStatusWords } from '@forewarn/ui/data';
import { EmptyState, ErrorNote } from '@forewarn/ui/feedback';
import { Button, Group, NativeSelect } from '@mantine/core';
import { IconMail, IconSend } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTRPC } from '../../api.ts';
import { KeywordFilter } from '../../app/keyword-filter.tsx';
import { ListPaper } from '../../app/list-paper.tsx';
import { MerchantSelect } from '../../app/merchant-select.tsx';
import { Page } from '../../app/page.tsx';
import { QueryView } from '../../app/query-view.tsx';
import { useProblem } from '../../app/use-problem.ts';
import { useMay } from '../../app/use-session.ts';
import { useMailColumns } from './columns.tsx';
import { MailDrawer } from './mail-drawer.tsx';
import type { MailSearch } from './search.ts';
import { kindName, MAIL_KINDS_SHOWN, useMailsText } from './text.ts';
import { useResend } from './use-resend.ts';

const route = getRouteApi('/inside/mails');
const REFRESH = 15_000;

/** Every mail and what became of it. */
export function MailsPage() {
  const t = useMailsText();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const trpc = useTRPC();
  const problemOf = useProblem();
  const mayResend = useMay('mail:resend');
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const resend = useResend(() => setChosen(new Set()));
  const { status, kind, merchantId, recipient } = search;
  const mails = useQuery(
    trpc.admin.mails.list.queryOptions(
      {
        page: search.page ?? 1,
        size: search.size ?? 20,
        ...(status && { status }),
        ...(kind && { kind }),
        ...(merchantId && { merchantId }),
        ...(recipient && { recipient }),
      },
      { placeholderData: keepPreviousData, refetchInterval: REFRESH },
    ),
  );
  const change = (next: MailSearch) => void navigate({ search: (now) => ({ ...now, ...next }), replace: true });
  const filter = (next: MailSearch) => {
    setChosen(new Set());
    change({ page: undefined, ...next });
  };
  const columns = useMailColumns({ rows: mails.data?.records ?? [], chosen, setChosen, mayResend });
  const filtered = status !== undefined || kind !== undefined || merchantId !== undefined || recipient !== undefined;
  return (
    <Page
      title={t.title}
      hint={t.hint}
      actions={
        chosen.size > 0 && (
          <Button
            leftSection={<IconSend size={16} aria-hidden />}
            loading={resend.isPending}
            onClick={() => resend.mutate({ ids: [...chosen] })}
          >
            {t.resendMany(chosen.size)}
          </Button>
        )
      }
    >
      {resend.isError && <ErrorNote problem={problemOf(resend.error)} />}
      <Filters search={search} onChange={filter} />
      <QueryView query={mails}>
        {(page) => (
          <ListPaper
            page={page}
            onChange={filter}
            empty={<EmptyState icon={<IconMail size={26} />} title={filtered ? t.nothing : t.empty} />}
          >
            <DataTable
              label={t.table}
              columns={columns}
              rows={page.records}
              rowKey={(mail) => mail.id}
              onOpen={(mail) => change({ open: mail.id })}
            />
          </ListPaper>
        )}
      </QueryView>
      <MailDrawer id={search.open} onClose={() => change({ open: undefined })} />
    </Page>
  );
}

function Filters({ search, onChange }: { search: MailSearch; onChange: (next: MailSearch) => void }) {
  const t = useMailsText();
  const words = useMailStatusWords();
  return (
    <Group gap="xs" role="search">
      <KeywordFilter
        value={search.recipient}
        onChange={(recipient) => onChange({ recipient })}
        placeholder={t.filters.recipient}
        w={220}
      />
      <NativeSelect
        aria-label={t.filters.status}
        value={search.status ?? ''}
        onChange={(event) => onChange({ status: MAIL_STATUSES.find((status) => status === event.currentTarget.value) })}
        data={[
          { value: '', label: t.filters.anyStatus },
          ...MAIL_STATUSES.map((value) => ({ value, label: words[value] })),
        ]}
      />
      <NativeSelect
        aria-label={t.filters.kind}
        value={search.kind ?? ''}
        onChange={(event) => onChange({ kind: event.currentTarget.value || undefined })}
        data={[
          { value: '', label: t.filters.anyKind },
          ...MAIL_KINDS_SHOWN.map((value) => ({ value, label: kindName(t.kinds, value) })),
        ]}
      />
      <MerchantSelect value={search.merchantId} onChange={(merchantId) => onChange({ merchantId })} w={220} />
    </Group>
  );
}
