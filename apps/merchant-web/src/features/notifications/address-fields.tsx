import { BACKUPS_MAX } from '@forewarn/core/notifications/model';
import { ActionIcon, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { Section } from './section.tsx';
import { useNotificationText } from './text.ts';
import type { SettingsForm } from './use-settings-form.ts';

/** The main address and up to three backups. */
export function AddressFields({ form, cardEmails }: { form: SettingsForm; cardEmails: readonly string[] }) {
  const { addresses: text } = useNotificationText();
  const { values, change, errorOf } = form;
  const { backupEmails } = values;
  const setBackup = (index: number, email: string) =>
    change({ backupEmails: backupEmails.map((before, at) => (at === index ? email : before)) });
  return (
    <Section title={text.title}>
      <TextInput
        name="mainEmail"
        type="email"
        inputMode="email"
        autoComplete="email"
        label={text.main}
        description={text.mainHint}
        withAsterisk
        maxLength={100}
        value={values.mainEmail}
        error={errorOf('mainEmail')}
        aria-invalid={errorOf('mainEmail') !== undefined}
        onChange={(event) => change({ mainEmail: event.currentTarget.value })}
      />
      <Stack gap="xs">
        <div>
          <Text size="sm" fw={500}>
            {text.backups}
          </Text>
          <Text size="xs" c="dimmed">
            {text.backupHint}
          </Text>
        </div>
        {backupEmails.map((email, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a backup is known by its place alone
          <Group key={index} gap="xs" wrap="nowrap" align="flex-start">
            <TextInput
              flex={1}
              name={`backup${index + 1}`}
              type="email"
              inputMode="email"
              aria-label={text.backup(index + 1)}
              maxLength={100}
              value={email}
              error={errorOf(`backupEmails.${index}`)}
              aria-invalid={errorOf(`backupEmails.${index}`) !== undefined}
              onChange={(event) => setBackup(index, event.currentTarget.value)}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              size={36}
              aria-label={text.remove(index + 1)}
              onClick={() => change({ backupEmails: backupEmails.filter((_, at) => at !== index) })}
            >
              <IconX size={16} aria-hidden />
            </ActionIcon>
          </Group>
        ))}
        {errorOf('backupEmails') && (
          <Text size="xs" c="var(--mantine-color-error)" role="alert">
            {errorOf('backupEmails')}
          </Text>
        )}
        {backupEmails.length < BACKUPS_MAX && (
          <Group>
            <Button
              variant="default"
              size="xs"
              leftSection={<IconPlus size={14} aria-hidden />}
              onClick={() => change({ backupEmails: [...backupEmails, ''] })}
            >
              {text.add}
            </Button>
          </Group>
        )}
      </Stack>
      {cardEmails.length > 0 && (
        <Text size="sm" c="dimmed">
          {text.cards} {cardEmails.join(', ')}
        </Text>
      )}
    </Section>
  );
}
