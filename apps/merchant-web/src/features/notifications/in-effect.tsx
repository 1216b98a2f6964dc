import { MINUTE } from '@forewarn/core/kernel/time';
import type { NotificationSettings } from '@forewarn/core/notifications/model';
import { type KeyValue, KeyValues } from '@forewarn/ui/data';
import { formatTime, useFormat, useNow } from '@forewarn/ui/format';
import { Text } from '@mantine/core';
import { LANGUAGE_NAMES } from '../../app/preferences/language-names.ts';
import { useCurrentLocale } from '../../app/preferences/locale.ts';
import { Section } from './section.tsx';
import { useNotificationText } from './text.ts';

/** what the server says is in effect, not what stands in the form. */
export function InEffect({ settings }: { settings: NotificationSettings }) {
  const { effect: text } = useNotificationText();
  const format = useFormat();
  const locale = useCurrentLocale();
  const now = useNow(30_000);
  const { window } = settings;
  const zone = settings.timeZone ?? settings.profile.timeZone;
  const waits = new Date(settings.nextMailAt).getTime() > now + MINUTE;
  const items: KeyValue[] = [
    { label: text.to, value: settings.mainEmail, wide: true },
    {
      label: text.backups,
      value: settings.backupEmails.length > 0 ? settings.backupEmails.join(', ') : text.none,
      wide: true,
    },
    { label: text.hours, value: window ? text.between(window.start, window.end, zone) : text.always },
    { label: text.next, value: waits ? formatTime(settings.nextMailAt, locale, zone) : text.now },
    { label: text.language, value: LANGUAGE_NAMES[settings.locale ?? settings.profile.locale] },
  ];
  return (
    <Section title={text.title}>
      <Text size="sm" c="dimmed" mt={-8}>
        {settings.updatedTime ? text.since(format.time(settings.updatedTime, 'exact')) : text.never}
      </Text>
      <KeyValues items={items} />
    </Section>
  );
}
