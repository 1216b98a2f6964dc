import type { NotificationSettings } from '@forewarn/core/notifications/model';
import { DetailSkeleton, ErrorNote, ErrorState } from '@forewarn/ui/feedback';
import { useT } from '@forewarn/ui/i18n';
import { Alert, Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconMailOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { trpc } from '../../api.ts';
import { useProblemOf } from '../../app/problem/use-problem.ts';
import { useSessionUser } from '../../app/session/session.ts';
import { usePageTitle } from '../../app/use-page-title.ts';
import { AddressFields } from './address-fields.tsx';
import { ChannelsSection } from './channels-section.tsx';
import { DigestSection } from './digest-section.tsx';
import { HoursFields } from './hours-fields.tsx';
import { InEffect } from './in-effect.tsx';
import { ReadingFields, ReminderFields } from './more-fields.tsx';
import { TestMails } from './test-mails.tsx';
import { useNotificationText } from './text.ts';
import { useSettingsForm } from './use-settings-form.ts';

/** Where and when the merchant is told of its alerts (document 000 §4.2.3). */
export function NotificationsPage() {
  const text = useNotificationText();
  const problemOf = useProblemOf();
  usePageTitle(text.page);
  const user = useSessionUser();
  const settings = useQuery(trpc.notifications.settings.queryOptions({}));
  const mayChange = (user?.permissions.includes('notification:update') && !user.suspended) ?? false;
  return (
    <Stack gap="md" maw={720} mx="auto">
      <div>
        <Title order={1} size="h3">
          {text.heading}
        </Title>
        <Text size="sm" c="dimmed" mt={4}>
          {text.intro}
        </Text>
      </div>
      {settings.data ? (
        <>
          <Troubles settings={settings.data} />
          {mayChange ? (
            <SettingsForm settings={settings.data} />
          ) : (
            <Text size="sm" c="dimmed">
              {text.mayNotChange}
            </Text>
          )}
          <InEffect settings={settings.data} />
          <TestMails settings={settings.data} mayChange={mayChange} />
        </>
      ) : settings.isError ? (
        <ErrorState problem={problemOf(settings.error)} onRetry={() => void settings.refetch()} />
      ) : (
        <DetailSkeleton />
      )}
      <ChannelsSection />
      <DigestSection />
    </Stack>
  );
}

function Troubles({ settings }: { settings: NotificationSettings }) {
  const { trouble: text, test } = useNotificationText();
  if (settings.troubles.length === 0) return null;
  return (
    <Alert color="red" variant="light" icon={<IconMailOff size={18} aria-hidden />} title={text.title}>
      <Stack gap="xs">
        {settings.troubles.map(({ recipient, reply }) => (
          <div key={recipient}>
            <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
              {text.text(recipient)}
            </Text>
            {reply && (
              <Text size="xs" style={{ overflowWrap: 'anywhere' }}>
                {test.server(reply)}
              </Text>
            )}
          </div>
        ))}
      </Stack>
    </Alert>
  );
}

function SettingsForm({ settings }: { settings: NotificationSettings }) {
  const text = useNotificationText();
  const t = useT();
  const form = useSettingsForm(settings);
  const { problem, save } = form;
  const elsewhere = problem && Object.keys(problem.fields).length === 0;
  return (
    <form onSubmit={form.onSubmit} noValidate>
      <Stack gap="md">
        <AddressFields form={form} cardEmails={settings.cardEmails} />
        <HoursFields form={form} />
        <ReminderFields form={form} />
        <ReadingFields form={form} profile={settings.profile} />
        {elsewhere && <ErrorNote problem={problem} />}
        <Group gap="md">
          <Button type="submit" loading={save.isPending}>
            {t.save}
          </Button>
          <Text role="status" size="sm" c={form.dirty ? 'dimmed' : 'var(--fw-positive-text)'}>
            {form.dirty ? text.unsaved : save.isSuccess ? text.saved : ''}
          </Text>
        </Group>
      </Stack>
    </form>
  );
}
