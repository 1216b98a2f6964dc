import { LOCALES } from '@forewarn/core/kernel/locale';
import type { NotificationSettings } from '@forewarn/core/notifications/model';
import { Checkbox, NativeSelect, SimpleGrid, Stack, Text } from '@mantine/core';
import { LANGUAGE_NAMES } from '../../app/preferences/language-names.ts';
import { Section } from './section.tsx';
import { useNotificationText } from './text.ts';
import type { SettingsForm } from './use-settings-form.ts';

const ZONES = Intl.supportedValuesOf('timeZone');
const STEPS = ['half', 'late', 'last'] as const;

export function ReminderFields({ form: { values, change } }: { form: SettingsForm }) {
  const { reminders: text } = useNotificationText();
  return (
    <Section title={text.title} intro={text.intro}>
      <Stack gap="sm">
        {STEPS.map((step) => (
          <Checkbox
            key={step}
            name={step}
            label={text[step]}
            checked={values.reminders[step]}
            onChange={(event) => change({ reminders: { ...values.reminders, [step]: event.currentTarget.checked } })}
          />
        ))}
      </Stack>
      <Text size="xs" c="dimmed">
        {text.note}
      </Text>
    </Section>
  );
}

export function ReadingFields({ form, profile }: { form: SettingsForm; profile: NotificationSettings['profile'] }) {
  const { reading: text, answering } = useNotificationText();
  const { values, change } = form;
  return (
    <>
      <Section title={answering.title}>
        <Checkbox
          name="signIn"
          label={answering.signIn}
          description={answering.signInHint}
          checked={values.answerNeedsSignIn}
          onChange={(event) => change({ answerNeedsSignIn: event.currentTarget.checked })}
        />
      </Section>
      <Section title={text.title}>
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
          <NativeSelect
            name="locale"
            label={text.locale}
            value={values.locale}
            data={[
              { value: '', label: text.asProfile(LANGUAGE_NAMES[profile.locale]) },
              ...LOCALES.map((value) => ({ value, label: LANGUAGE_NAMES[value] })),
            ]}
            onChange={(event) => {
              const chosen = event.currentTarget.value;
              change({ locale: LOCALES.find((locale) => locale === chosen) ?? '' });
            }}
          />
          <NativeSelect
            name="timeZone"
            label={text.timeZone}
            value={values.timeZone}
            data={[
              { value: '', label: text.asProfile(profile.timeZone) },
              ...ZONES.map((zone) => ({ value: zone, label: zone })),
            ]}
            onChange={(event) => change({ timeZone: event.currentTarget.value })}
          />
        </SimpleGrid>
      </Section>
    </>
  );
}
