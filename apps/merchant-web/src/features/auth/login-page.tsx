import { LOCALES } from '@forewarn/core/kernel/locale';
import { Button, Container, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { Brand } from '../../app/brand.tsx';
import { useAppText } from '../../app/i18n/index.ts';
import { LANGUAGE_NAMES } from '../../app/preferences/language-names.ts';
import { chooseLocale, useCurrentLocale } from '../../app/preferences/locale.ts';
import { LoginForm } from './login-form.tsx';
import { useAuthText } from './text.ts';

const route = getRouteApi('/login');

export function LoginPage() {
  const text = useAuthText();
  const title = useAppText().title(text.page, 0);
  const { next } = route.useSearch();
  const router = useRouter();
  useEffect(() => {
    document.title = title;
  }, [title]);

  return (
    <Container size={440} px="md" py={{ base: 24, sm: 72 }} component="main">
      <Stack gap="lg">
        <Group justify="space-between">
          <Brand />
          <LanguageSwitch />
        </Group>
        <Paper p={{ base: 'lg', sm: 'xl' }}>
          <Stack gap="lg">
            <div>
              <Title order={1} size="h3">
                {text.heading}
              </Title>
              <Text c="dimmed" size="sm" mt={6}>
                {next ? text.continueTo : text.intro}
              </Text>
            </div>
            <LoginForm onSignedIn={() => router.history.replace(next ?? '/alerts')} />
          </Stack>
        </Paper>
      </Stack>
    </Container>
  );
}

function LanguageSwitch() {
  const locale = useCurrentLocale();
  const others = LOCALES.filter((option) => option !== locale);
  return others.map((option) => (
    <Button
      key={option}
      variant="subtle"
      color="gray"
      size="compact-sm"
      lang={option}
      onClick={() => chooseLocale(option)}
    >
      {LANGUAGE_NAMES[option]}
    </Button>
  ));
}
