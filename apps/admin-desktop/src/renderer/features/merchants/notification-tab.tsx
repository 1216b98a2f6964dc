import type { NotificationSettings } from '@forewarn/core/notifications/model';
import { ErrorNote } from '@forewarn/ui/feedback';
import { useFormat } from '@forewarn/ui/format';
import { Anchor, Button, Checkbox, Group, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTRPC } from '../../api.ts';
import { Facts } from '../../app/facts.tsx';
import { QueryView } from '../../app/query-view.tsx';
import { ToneNote } from '../../app/tone-note.tsx';
import { useProblem } from '../../app/use-problem.ts';
import { useMay } from '../../app/use-session.ts';
import { useNotificationText } from './notification-text.ts';

/** Where and when a merchant is told; its addresses are its own to change, the rest by who may. */
export function MerchantNotifications({ merchantId }: { merchantId: number }) {
  const trpc = useTRPC();
  const settings = useQuery(trpc.notifications.settings.queryOptions({ merchantId }));
  const mayChange = useMay('notification:update');
  return (
    <QueryView query={settings}>
      {(data) => (
        <Stack gap="md">
          <Troubles settings={data} />
          <SettingsFacts settings={data} />
          {mayChange && <SettingsForm key={data.version} settings={data} />}
        </Stack>
      )}
    </QueryView>
  );
}

function Troubles({ settings }: { settings: NotificationSettings }) {
  const t = useNotificationText();
  return settings.troubles.map(({ recipient, reply }) => (
    <ToneNote key={recipient} tone="danger" title={t.trouble(recipient)}>
      {reply}
    </ToneNote>
  ));
}

function SettingsFacts({ settings }: { settings: NotificationSettings }) {
  const t = useNotificationText();
  const format = useFormat();
  const { window, reminders } = settings;
  const zone = settings.timeZone ?? settings.profile.timeZone;
  const steps = (['half', 'late', 'last'] as const).filter((step) => reminders[step]).map((step) => t.reminder[step]);
  return (
    <Paper p="lg">
      <Facts
        title={t.title}
        items={[
          { label: t.main, value: settings.mainEmail },
          { label: t.backups, value: settings.backupEmails.join(', ') },
          { label: t.cards, value: settings.cardEmails.join(', ') },
          { label: t.hours, value: window ? t.between(window.start, window.end, zone) : t.always },
          { label: t.urgent, value: settings.urgentPierces ? t.yes : t.no },
          { label: t.reminders, value: steps.join(t.comma) },
          { label: t.signIn, value: settings.answerNeedsSignIn ? t.yes : t.no },
          { label: t.language, value: t.languages[settings.locale ?? settings.profile.locale] },
          {
            label: t.updated,
            value: settings.updatedTime ? format.time(settings.updatedTime, 'full') : t.defaults,
          },
        ]}
      />
      <Anchor
        size="sm"
        mt="md"
        display="inline-block"
        renderRoot={(props) => <Link to="/mails" search={{ merchantId: settings.merchantId }} {...props} />}
      >
        {t.mails}
      </Anchor>
    </Paper>
  );
}

function SettingsForm({ settings }: { settings: NotificationSettings }) {
  const t = useNotificationText();
  const trpc = useTRPC();
  const cache = useQueryClient();
  const problemOf = useProblem();
  const [timed, setTimed] = useState(settings.window !== null);
  const [window, setWindow] = useState(settings.window ?? { start: '08:00', end: '22:00' });
  const [urgentPierces, setUrgent] = useState(settings.urgentPierces);
  const [reminders, setReminders] = useState(settings.reminders);
  const [answerNeedsSignIn, setSignIn] = useState(settings.answerNeedsSignIn);
  const save = useMutation(
    trpc.notifications.updateSettings.mutationOptions({
      onSuccess: () => cache.invalidateQueries(trpc.notifications.settings.pathFilter()),
    }),
  );
  function submit(event: FormEvent) {
    event.preventDefault();
    const { merchantId, locale, timeZone, version } = settings;
    save.mutate({
      merchantId,
      window: timed ? window : null,
      urgentPierces,
      reminders,
      answerNeedsSignIn,
      locale,
      timeZone,
      version,
    });
  }
  return (
    <Paper p="lg" component="section">
      <form onSubmit={submit}>
        <Stack gap="md">
          <Title order={2} size="h5">
            {t.change}
          </Title>
          <Text size="sm" c="dimmed">
            {t.changeHint}
          </Text>
          <Checkbox label={t.limited} checked={timed} onChange={(event) => setTimed(event.currentTarget.checked)} />
          {timed && (
            <Group gap="md">
              {(['start', 'end'] as const).map((end) => (
                <TextInput
                  key={end}
                  type="time"
                  w={130}
                  label={t[end]}
                  value={window[end]}
                  onChange={(event) => setWindow({ ...window, [end]: event.currentTarget.value })}
                />
              ))}
            </Group>
          )}
          {timed && (
            <Checkbox
              label={t.urgent}
              checked={urgentPierces}
              onChange={(event) => setUrgent(event.currentTarget.checked)}
            />
          )}
          <Group gap="lg">
            {(['half', 'late', 'last'] as const).map((step) => (
              <Checkbox
                key={step}
                label={t.reminder[step]}
                checked={reminders[step]}
                onChange={(event) => setReminders({ ...reminders, [step]: event.currentTarget.checked })}
              />
            ))}
          </Group>
          <Checkbox
            label={t.signIn}
            checked={answerNeedsSignIn}
            onChange={(event) => setSignIn(event.currentTarget.checked)}
          />
          {save.isError && <ErrorNote problem={problemOf(save.error)} />}
          <Group>
            <Button type="submit" loading={save.isPending}>
              {t.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Paper>
  );
}
