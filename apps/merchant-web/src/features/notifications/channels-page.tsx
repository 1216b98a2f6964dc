import { Stack, Title } from '@mantine/core';
import { usePageTitle } from '../../app/use-page-title.ts';
import { ChannelsSection } from './channels-section.tsx';
import { useChannelText } from './channels-text.ts';
import { DigestSection } from './digest-section.tsx';

/** Where else a merchant is told, and the weekly mail. */
export function ChannelsPage() {
  const text = useChannelText();
  usePageTitle(text.page);
  return (
    <Stack gap="md" maw={720} mx="auto">
      <Title order={1} size="h3">
        {text.heading}
      </Title>
      <ChannelsSection />
      <DigestSection />
    </Stack>
  );
}
