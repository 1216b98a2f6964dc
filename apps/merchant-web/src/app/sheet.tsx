import { LOCALES } from '@forewarn/core/kernel/locale';
import { Button, Container, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import { Brand } from './brand.tsx';
import { useAppText } from './i18n/index.ts';
import { LANGUAGE_NAMES } from './preferences/language-names.ts';
import { chooseLocale, useCurrentLocale } from './preferences/locale.ts';

interface SheetProps {
  /** The document's title. */
  page: string;
  heading: string;
  intro?: ReactNode;
  children: ReactNode;
  /** Below the sheet: where else one may want to go. */
  footer?: ReactNode;
}

/** The quiet sheet on which everything outside the sign-in stands. */
export function Sheet({ page, heading, intro, children, footer }: SheetProps) {
  const title = useAppText().title(page, 0);
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
                {heading}
              </Title>
              {intro && (
                <Text c="dimmed" size="sm" mt={6}>
                  {intro}
                </Text>
              )}
            </div>
            {children}
          </Stack>
        </Paper>
        {footer && (
          <Group justify="center" gap="xs">
            {footer}
          </Group>
        )}
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
