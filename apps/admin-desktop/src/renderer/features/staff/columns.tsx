import type { StaffMember } from '@forewarn/core/staff/model';
import { type Column, ToneBadge } from '@forewarn/ui/data';
import { useFormat } from '@forewarn/ui/format';
import { useT } from '@forewarn/ui/i18n';
import { Anchor, Group, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useRoleNames } from '../../app/use-role-names.ts';
import { useUser } from '../../app/use-session.ts';
import { useStaffText } from './text.ts';

export const STAFF_TONES = { INVITED: 'accent', ACTIVE: 'positive', DISABLED: 'muted' } as const;

export function useStaffColumns(): Column<StaffMember>[] {
  const t = useStaffText();
  const words = useT();
  const format = useFormat();
  const me = useUser();
  const { nameOf } = useRoleNames();
  return [
    {
      key: 'name',
      header: t.column.name,
      render: (member) => (
        <Stack gap={0}>
          <Group gap="xs">
            <Anchor
              size="sm"
              fw={550}
              aria-label={t.open(member.name)}
              renderRoot={(props) => (
                <Link to="/staff" search={(now) => ({ ...now, open: member.id })} replace {...props} />
              )}
            >
              {member.name}
            </Anchor>
            {me?.id === member.id && <ToneBadge tone="neutral">{t.you}</ToneBadge>}
          </Group>
          <Text size="xs" c="dimmed">
            {member.email}
          </Text>
        </Stack>
      ),
    },
    {
      key: 'roles',
      header: t.column.roles,
      render: (member) => <Text size="sm">{member.roles.map(nameOf).join(' · ')}</Text>,
    },
    { key: 'team', header: t.column.team, render: (member) => member.teamName ?? words.none },
    {
      key: 'status',
      header: t.column.status,
      render: (member) => <ToneBadge tone={STAFF_TONES[member.status]}>{t.statuses[member.status]}</ToneBadge>,
    },
    {
      key: 'totp',
      header: t.column.totp,
      render: (member) => (member.external ? '–' : member.totpEnabled ? t.on : t.off),
    },
    {
      key: 'lastLogin',
      header: t.column.lastLogin,
      render: (member) => (
        <Text size="sm" className="fw-tabular" {...(member.lastLoginTime === null && { c: 'dimmed' })}>
          {member.lastLoginTime === null ? t.never : format.time(member.lastLoginTime, 'short')}
        </Text>
      ),
    },
  ];
}
