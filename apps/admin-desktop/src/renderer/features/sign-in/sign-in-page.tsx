import { LOCALES, type Locale } from '@forewarn/core/kernel/locale';
import { useLocale, useT } from '@forewarn/ui/i18n';
import { Anchor, Divider, Group, Paper, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { IconInfoCircle, IconShieldLock } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { bridge } from '../../app/bridge.ts';
import { useSetLanguage } from '../../app/preferences.tsx';
import { useSignInMode } from '../../app/use-sign-in-mode.ts';
import { ServerField } from './server-field.tsx';
import classes from './sign-in.module.css';
import { SignInForm } from './sign-in-form.tsx';
import { useSignInText } from './text.ts';

const LANGUAGES: Record<Locale, string> = { 'zh-CN': '中文', en: 'English' };

export function SignInPage() {
  const t = useSignInText();
  const words = useT();
  const locale = useLocale();
  const setLanguage = useSetLanguage();
  const [editing, setEditing] = useState(false);
  const remote = useSignInMode() === 'REMOTE';
  useEffect(() => bridge.on.command(({ name }) => name === 'change-server' && setEditing(true)), []);
  return (
    <main className={classes.page}>
      <Stack gap="lg" className={classes.column}>
        <Group justify="space-between">
          <Group gap="sm">
            <img src="/icon.svg" alt="" width={36} height={36} />
            <div>
              <Text fw={650} lh={1.2}>
                Forewarn
              </Text>
              <Text size="xs" c="dimmed">
                {t.tagline}
              </Text>
            </div>
          </Group>
          <SegmentedControl
            size="xs"
            aria-label={words.language}
            value={locale}
            onChange={(value) => setLanguage(value as Locale)}
            data={LOCALES.map((value) => ({ value, label: LANGUAGES[value] }))}
          />
        </Group>
        <Paper p="xl">
          <Stack gap="lg">
            <Title order={1} size="h3">
              {t.title}
            </Title>
            <ServerField editing={editing} onEditing={setEditing} />
            <Divider />
            <SignInForm remote={remote} />
          </Stack>
        </Paper>
        {remote ? (
          <Text size="sm" c="dimmed" px="xs">
            {t.remoteHelp}
          </Text>
        ) : (
          <Group justify="space-between" px="xs" gap="sm">
            <Anchor size="sm" renderRoot={(props) => <Link to="/forgot" {...props} />}>
              {t.forgot}
            </Anchor>
            <Anchor size="sm" renderRoot={(props) => <Link to="/accept-invitation" {...props} />}>
              {t.acceptInvitation}
            </Anchor>
          </Group>
        )}
        <KeychainNote />
      </Stack>
    </main>
  );
}

/** Where the sign-in is kept, or that it isn't, and why. */
function KeychainNote() {
  const t = useSignInText().keychain;
  const keychain = useQuery({ queryKey: ['keychain'], queryFn: () => bridge.session.keychain() });
  if (!keychain.data) return null;
  const Icon = keychain.data.state === 'keychain' ? IconShieldLock : IconInfoCircle;
  return (
    <Group gap="xs" wrap="nowrap" align="flex-start" c="dimmed" px="xs">
      <Icon size={16} style={{ flex: 'none', marginTop: 2 }} aria-hidden />
      <Text size="xs">{t[keychain.data.state]}</Text>
    </Group>
  );
}
