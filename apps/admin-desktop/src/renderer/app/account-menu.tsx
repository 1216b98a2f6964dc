import { isStaffRole } from '@forewarn/core/kernel/access';
import { LOCALES, type Locale } from '@forewarn/core/kernel/locale';
import { useLocale, useStaffLabels, useT } from '@forewarn/ui/i18n';
import {
  Avatar,
  Group,
  Menu,
  SegmentedControl,
  Stack,
  Text,
  UnstyledButton,
  useMantineColorScheme,
  VisuallyHidden,
} from '@mantine/core';
import { IconLogout, IconSelector, IconServer2, IconShieldLock } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { bridge } from './bridge.ts';
import { useSetLanguage } from './preferences.tsx';
import classes from './shell.module.css';
import { useAppText } from './text.ts';
import { useSession, useUser } from './use-session.ts';

const LANGUAGES: Record<Locale, string> = { 'zh-CN': '中文', en: 'English' };

/** Who is signed in, where, and how the app looks. */
export function AccountMenu() {
  const t = useAppText();
  const words = useT();
  const roles = useStaffLabels().role;
  const user = useUser();
  const session = useSession();
  const locale = useLocale();
  const setLanguage = useSetLanguage();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const settings = useQuery({ queryKey: ['settings'], queryFn: () => bridge.settings.get() });
  if (!user) return null;
  return (
    <Menu position="top-start" width={264} shadow="md" withinPortal closeOnItemClick={false}>
      <Menu.Target>
        <UnstyledButton className={classes.account}>
          <VisuallyHidden>{t.account}</VisuallyHidden>
          <Avatar size={32} radius="xl" color="accent" name={user.name} aria-hidden />
          <Stack gap={0} miw={0} flex={1} className={classes.label}>
            <Text size="sm" fw={550} truncate>
              {user.name}
            </Text>
            <Text size="xs" c="dimmed" truncate>
              {user.roles.map((role) => (isStaffRole(role) ? roles[role] : role)).join(' · ')}
            </Text>
          </Stack>
          <IconSelector size={16} aria-hidden className={classes.label} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{words.language}</Menu.Label>
        <SegmentedControl
          fullWidth
          size="xs"
          mx="xs"
          aria-label={words.language}
          value={locale}
          onChange={(value) => setLanguage(value as Locale)}
          data={LOCALES.map((value) => ({ value, label: LANGUAGES[value] }))}
        />
        <Menu.Label mt="xs">{words.colourScheme}</Menu.Label>
        <SegmentedControl
          fullWidth
          size="xs"
          mx="xs"
          aria-label={words.colourScheme}
          value={colorScheme}
          onChange={(value) => setColorScheme(value as 'auto' | 'light' | 'dark')}
          data={(['auto', 'light', 'dark'] as const).map((value) => ({ value, label: words.schemes[value] }))}
        />
        <Menu.Divider mt="sm" />
        <Group gap="xs" wrap="nowrap" px="sm" py={6} c="dimmed" align="flex-start">
          <IconServer2 size={16} style={{ flex: 'none' }} role="img" aria-label={t.server} />
          <Text size="xs" style={{ overflowWrap: 'anywhere' }}>
            {settings.data?.serverAddress}
          </Text>
        </Group>
        <Menu.Item
          closeMenuOnClick
          leftSection={<IconShieldLock size={16} aria-hidden />}
          renderRoot={(props) => <Link to="/account" {...props} />}
        >
          {t.security}
        </Menu.Item>
        <Menu.Item
          closeMenuOnClick
          leftSection={<IconLogout size={16} aria-hidden />}
          onClick={() => void session.signOut()}
        >
          {t.signOut}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
