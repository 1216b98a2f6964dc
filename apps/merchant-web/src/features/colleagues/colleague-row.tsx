import type { Colleague, UserStatus } from '@forewarn/core/accounts/model';
import { ToneBadge } from '@forewarn/ui/data';
import { useFormat } from '@forewarn/ui/format';
import type { Tone } from '@forewarn/ui/theme';
import { ActionIcon, Menu, Text } from '@mantine/core';
import { IconBan, IconDots, IconMail, IconShield, IconTrash, IconUserCheck } from '@tabler/icons-react';
import classes from './colleague-row.module.css';
import { useColleagueText } from './text.ts';

const STATUS_TONES: Record<UserStatus, Tone> = { INVITED: 'warning', ACTIVE: 'positive', DISABLED: 'muted' };

export interface ColleagueHandlers {
  onRole: (colleague: Colleague) => void;
  onResend: (colleague: Colleague) => void;
  onWithdraw: (colleague: Colleague) => void;
  onDisable: (colleague: Colleague) => void;
  onEnable: (colleague: Colleague) => void;
}

interface ColleagueRowProps {
  colleague: Colleague;
  isSelf: boolean;
  /** Absent where nothing may be changed. */
  handlers: ColleagueHandlers | undefined;
}

export function ColleagueRow({ colleague, isSelf, handlers }: ColleagueRowProps) {
  const text = useColleagueText();
  const format = useFormat();
  const { name, email, role, status, invitedUntil, lastLoginTime } = colleague;
  const when =
    status === 'INVITED'
      ? invitedUntil
        ? text.invitedUntil(format.time(invitedUntil))
        : text.invitationExpired
      : lastLoginTime
        ? text.lastSignIn(format.time(lastLoginTime))
        : text.neverSignedIn;
  return (
    <li className={classes.row}>
      <div className={classes.who}>
        <Text fw={600} size="sm">
          {name || email}
          {isSelf && (
            <Text span c="dimmed" size="sm" fw={400}>
              {` (${text.you})`}
            </Text>
          )}
        </Text>
        <Text size="sm" c="dimmed">
          {name ? email : ''}
        </Text>
      </div>
      <div className={classes.state}>
        <Text size="sm">{text.roles[role].name}</Text>
        <ToneBadge tone={STATUS_TONES[status]}>{text.status[status]}</ToneBadge>
      </div>
      <Text size="xs" c="dimmed" className={classes.when ?? ''}>
        {when}
      </Text>
      <div className={classes.menu}>
        {handlers && role !== 'OWNER' && <RowMenu colleague={colleague} handlers={handlers} />}
      </div>
    </li>
  );
}

function RowMenu({ colleague, handlers }: { colleague: Colleague; handlers: ColleagueHandlers }) {
  const text = useColleagueText();
  const { status } = colleague;
  const item = (label: string, Icon: typeof IconBan, act: (colleague: Colleague) => void) => (
    <Menu.Item leftSection={<Icon size={16} aria-hidden />} onClick={() => act(colleague)}>
      {label}
    </Menu.Item>
  );
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={text.more(colleague.name || colleague.email)}>
          <IconDots size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {item(text.changeRole, IconShield, handlers.onRole)}
        {status === 'INVITED' && item(text.resend, IconMail, handlers.onResend)}
        {status === 'INVITED' && item(text.withdraw, IconTrash, handlers.onWithdraw)}
        {status === 'ACTIVE' && item(text.disable, IconBan, handlers.onDisable)}
        {status === 'DISABLED' && item(text.enable, IconUserCheck, handlers.onEnable)}
      </Menu.Dropdown>
    </Menu>
  );
}
