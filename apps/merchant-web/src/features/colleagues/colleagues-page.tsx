import type { Colleague } from '@forewarn/core/accounts/model';
import { EmptyState, ErrorNote, ErrorState, ListSkeleton } from '@forewarn/ui/feedback';
import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconUserPlus, IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import { useProblemOf } from '../../app/problem/use-problem.ts';
import { useSessionUser } from '../../app/session/session.ts';
import { usePageTitle } from '../../app/use-page-title.ts';
import classes from './colleague-row.module.css';
import { type ColleagueHandlers, ColleagueRow } from './colleague-row.tsx';
import { DisableDialog, WithdrawDialog } from './confirm-dialogs.tsx';
import { InviteDialog } from './invite-dialog.tsx';
import { RoleDialog } from './role-dialog.tsx';
import { useColleagueText } from './text.ts';
import { useColleagues, useEnable, useResend } from './use-colleagues.ts';

type Open = { kind: 'invite' } | { kind: 'role' | 'disable' | 'withdraw'; colleague: Colleague };

/** the owner's people. Managers see them; the owner invites, changes and shuts out. */
export function ColleaguesPage() {
  const text = useColleagueText();
  const problemOf = useProblemOf();
  usePageTitle(text.page);
  const user = useSessionUser();
  const mayManage = user?.permissions.includes('colleague:manage') && !user.suspended;
  const list = useColleagues();
  const [resend, enable] = [useResend(), useEnable()];
  const [open, setOpen] = useState<Open>();
  const [said, setSaid] = useState('');
  const close = () => setOpen(undefined);
  const show = (kind: 'role' | 'disable' | 'withdraw') => (colleague: Colleague) => {
    setSaid('');
    setOpen({ kind, colleague });
  };
  const handlers: ColleagueHandlers = {
    onRole: show('role'),
    onDisable: show('disable'),
    onWithdraw: show('withdraw'),
    onEnable: ({ id }) => enable.mutate({ id }),
    onResend: ({ id, email }) => resend.mutate({ id }, { onSuccess: () => setSaid(text.resent(email)) }),
  };
  const inviteButton = (
    <Button leftSection={<IconUserPlus size={16} aria-hidden />} onClick={() => setOpen({ kind: 'invite' })}>
      {text.invite}
    </Button>
  );
  const failed = resend.isError ? resend.error : enable.isError ? enable.error : null;
  const records = list.data?.records ?? [];
  return (
    <Stack gap="md">
      <Group justify="space-between" align="flex-start" gap="sm">
        <div>
          <Title order={1} size="h3">
            {text.heading}
          </Title>
          <Text c="dimmed" size="sm" maw={620}>
            {text.intro}
          </Text>
        </div>
        {mayManage && records.length > 1 && inviteButton}
      </Group>
      <Text role="status" size="sm" c="var(--fw-positive-text)" hidden={said === ''}>
        {said}
      </Text>
      {failed !== null && <ErrorNote problem={problemOf(failed)} />}
      {list.isPending && <ListSkeleton rows={3} />}
      {list.isError && (
        <ErrorState problem={problemOf(list.error)} onRetry={() => void list.refetch()} retrying={list.isFetching} />
      )}
      {records.length > 0 && (
        <Paper>
          <ul className={classes.list} aria-label={text.list}>
            {records.map((colleague) => (
              <ColleagueRow
                key={colleague.id}
                colleague={colleague}
                isSelf={colleague.id === user?.id}
                handlers={mayManage ? handlers : undefined}
              />
            ))}
          </ul>
        </Paper>
      )}
      {records.length === 1 && mayManage && (
        <Paper>
          <EmptyState
            icon={<IconUsers size={24} />}
            title={text.alone.title}
            text={text.alone.text}
            action={inviteButton}
          />
        </Paper>
      )}
      {open?.kind === 'invite' && (
        <InviteDialog
          onClose={close}
          onInvited={(email) => {
            setSaid(text.invited(email));
            close();
          }}
        />
      )}
      {open?.kind === 'role' && <RoleDialog colleague={open.colleague} onClose={close} />}
      {open?.kind === 'disable' && <DisableDialog colleague={open.colleague} onClose={close} />}
      {open?.kind === 'withdraw' && <WithdrawDialog colleague={open.colleague} onClose={close} />}
    </Stack>
  );
}
