import { ActionIcon, Menu, Text } from '@mantine/core';
import {
  IconBell,
  IconChecklist,
  IconId,
  IconLogout,
  IconShieldLock,
  IconUserCircle,
  IconUsers,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useAppText } from './i18n/index.ts';
import { PreferencesItems } from './preferences/preferences-items.tsx';
import { signOut, useSessionUser } from './session/session.ts';

/** Who is signed in, language, appearance, and the way out. */
export function AccountMenu() {
  const text = useAppText();
  const user = useSessionUser();
  return (
    <Menu position="bottom-end" width={220} shadow="md">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="xl" aria-label={text.account}>
          <IconUserCircle size={24} stroke={1.75} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {user && (
          <>
            <Text size="sm" fw={600} px="sm" pt="xs" truncate>
              {user.companyName ?? user.name}
            </Text>
            <Text size="xs" c="dimmed" px="sm" pb="xs" truncate>
              {user.name}
            </Text>
            <Menu.Divider />
          </>
        )}
        <Menu.Item component={Link} to="/profile" leftSection={<IconId size={16} aria-hidden />}>
          {text.menu.profile}
        </Menu.Item>
        {user?.permissions.includes('colleague:view') && (
          <Menu.Item component={Link} to="/colleagues" leftSection={<IconUsers size={16} aria-hidden />}>
            {text.menu.colleagues}
          </Menu.Item>
        )}
        {user?.permissions.includes('rule:view') && (
          <Menu.Item component={Link} to="/rules" leftSection={<IconChecklist size={16} aria-hidden />}>
            {text.menu.rules}
          </Menu.Item>
        )}
        <Menu.Item component={Link} to="/notifications" leftSection={<IconBell size={16} aria-hidden />}>
          {text.menu.notifications}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconShieldLock size={16} aria-hidden />}
          renderRoot={(props) => <Link to="/security" {...props} />}
        >
          {text.security}
        </Menu.Item>
        <Menu.Divider />
        <PreferencesItems />
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={() => void signOut()}>
          {text.signOut}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
