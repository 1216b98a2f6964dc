import { STAFF_STATUSES } from '@forewarn/core/staff/model';
import { DataTable } from '@forewarn/ui/data';
import { EmptyState } from '@forewarn/ui/feedback';
import { Button, Group, NativeSelect } from '@mantine/core';
import { IconUserPlus, IconUsers, IconUsersGroup } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTRPC } from '../../api.ts';
import { KeywordFilter } from '../../app/keyword-filter.tsx';
import { ListPaper } from '../../app/list-paper.tsx';
import { Page } from '../../app/page.tsx';
import { QueryView } from '../../app/query-view.tsx';
import { useRoleNames } from '../../app/use-role-names.ts';
import { useMay } from '../../app/use-session.ts';
import { useSignInMode } from '../../app/use-sign-in-mode.ts';
import { useStaffColumns } from './columns.tsx';
import { InviteDialog } from './invite-dialog.tsx';
import { MemberDrawer } from './member-drawer.tsx';
import type { StaffSearch } from './search.ts';
import { TeamsDialog } from './teams-dialog.tsx';
import { useStaffText } from './text.ts';
import { useTeams } from './use-teams.ts';

const route = getRouteApi('/inside/staff');

/** The operator's people: who they are, what they may, whether they can sign in. */
export function StaffPage() {
  const t = useStaffText();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const trpc = useTRPC();
  const manages = useMay('staff:manage');
  const remote = useSignInMode() === 'REMOTE';
  const [dialog, setDialog] = useState<'invite' | 'teams'>();
  const { options: roles } = useRoleNames();
  const { options: teams } = useTeams();
  const columns = useStaffColumns();
  const people = useQuery(
    trpc.admin.staff.list.queryOptions(
      {
        page: search.page ?? 1,
        size: search.size ?? 20,
        ...(search.keyword !== undefined && { keyword: search.keyword }),
        ...(search.status && { status: search.status }),
        ...(search.role !== undefined && { role: search.role }),
        ...(search.team !== undefined && { teamId: search.team }),
      },
      { placeholderData: keepPreviousData },
    ),
  );
  const change = (next: StaffSearch) => void navigate({ search: (now) => ({ ...now, ...next }), replace: true });
  const filter = (next: StaffSearch) => change({ page: undefined, ...next });
  const filtered = [search.keyword, search.status, search.role, search.team].some((one) => one !== undefined);
  return (
    <Page
      title={t.title}
      hint={remote ? t.invite.elsewhere : t.hint}
      actions={
        manages && (
          <>
            <Button
              variant="default"
              leftSection={<IconUsersGroup size={16} aria-hidden />}
              onClick={() => setDialog('teams')}
            >
              {t.teams.open}
            </Button>
            {!remote && (
              <Button leftSection={<IconUserPlus size={16} aria-hidden />} onClick={() => setDialog('invite')}>
                {t.invite.open}
              </Button>
            )}
          </>
        )
      }
    >
      <Group gap="xs" role="search">
        <KeywordFilter
          value={search.keyword}
          onChange={(keyword) => filter({ keyword })}
          placeholder={t.search}
          w={220}
        />
        <NativeSelect
          aria-label={t.filter.status}
          value={search.status ?? ''}
          onChange={(event) => filter({ status: STAFF_STATUSES.find((one) => one === event.currentTarget.value) })}
          data={[
            { value: '', label: t.any.status },
            ...STAFF_STATUSES.map((value) => ({ value, label: t.statuses[value] })),
          ]}
        />
        <NativeSelect
          aria-label={t.filter.role}
          value={search.role ?? ''}
          onChange={(event) => filter({ role: event.currentTarget.value || undefined })}
          data={[{ value: '', label: t.any.role }, ...roles]}
        />
        {teams.length > 0 && (
          <NativeSelect
            aria-label={t.filter.team}
            value={search.team === undefined ? '' : String(search.team)}
            onChange={(event) => filter({ team: Number(event.currentTarget.value) || undefined })}
            data={[{ value: '', label: t.any.team }, ...teams]}
          />
        )}
      </Group>
      <QueryView query={people}>
        {(page) => (
          <ListPaper
            page={page}
            onChange={change}
            empty={
              <EmptyState
                icon={<IconUsers size={26} />}
                title={filtered ? t.nothing : t.empty}
                {...(!filtered && { text: t.emptyHint })}
              />
            }
          >
            <DataTable
              label={t.table}
              columns={columns}
              rows={page.records}
              rowKey={(member) => member.id}
              onOpen={({ id }) => change({ open: id })}
            />
          </ListPaper>
        )}
      </QueryView>
      {search.open !== undefined && (
        <MemberDrawer key={search.open} id={search.open} onClose={() => change({ open: undefined })} />
      )}
      {dialog === 'invite' && <InviteDialog onClose={() => setDialog(undefined)} />}
      {dialog === 'teams' && <TeamsDialog onClose={() => setDialog(undefined)} />}
    </Page>
  );
}
