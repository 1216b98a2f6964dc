import { Checkbox, Group, TextInput } from '@mantine/core';
import { Section } from './section.tsx';
import { useNotificationText } from './text.ts';
import type { SettingsForm } from './use-settings-form.ts';

/** When mails may come, and what may come all the same. */
export function HoursFields({ form: { values, change, errorOf } }: { form: SettingsForm }) {
  const { hours: text } = useNotificationText();
  const { timed, window } = values;
  return (
    <Section title={text.title}>
      <Checkbox
        name="timed"
        label={text.limited}
        description={text.limitedHint}
        checked={timed}
        onChange={(event) => change({ timed: event.currentTarget.checked })}
      />
      {timed && (
        <>
          <Group gap="md" align="flex-start">
            <TextInput
              type="time"
              name="start"
              w={140}
              label={text.from}
              value={window.start}
              error={errorOf('window.start')}
              aria-invalid={errorOf('window.start') !== undefined}
              onChange={(event) => change({ window: { ...window, start: event.currentTarget.value } })}
            />
            <TextInput
              type="time"
              name="end"
              w={140}
              label={window.end < window.start ? text.overnight : text.to}
              value={window.end}
              error={errorOf('window.end')}
              aria-invalid={errorOf('window.end') !== undefined}
              onChange={(event) => change({ window: { ...window, end: event.currentTarget.value } })}
            />
          </Group>
          <Checkbox
            name="urgent"
            label={text.urgent}
            description={text.urgentHint}
            checked={values.urgentPierces}
            onChange={(event) => change({ urgentPierces: event.currentTarget.checked })}
          />
        </>
      )}
    </Section>
  );
}
