import {
  CHANNEL_TOPICS,
  CHAT_VENDORS,
  type Channel,
  ChannelAdd,
  type ChannelTopic,
  ChannelUpdate,
  type ChatVendor,
  SIGNING_VENDORS,
} from '@forewarn/core/channels/model';
import { LOCALES } from '@forewarn/core/kernel/locale';
import { ErrorNote } from '@forewarn/ui/feedback';
import { useT } from '@forewarn/ui/i18n';
import { Button, Checkbox, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { z } from 'zod';
import { LANGUAGE_NAMES } from '../../app/preferences/language-names.ts';
import { useCurrentLocale } from '../../app/preferences/locale.ts';
import { useProblemOf } from '../../app/problem/use-problem.ts';
import { useForm } from '../../app/use-form.ts';
import { useChannelText } from './channels-text.ts';
import { useAddChannel, useUpdateChannel } from './use-channels.ts';

interface Given {
  webhook?: string | undefined;
  secret?: string | undefined;
}

/** What stays empty stays as it is. */
const EditSchema = ChannelUpdate.required({ name: true }).extend({
  webhook: z.literal('').or(ChannelAdd.shape.webhook),
  secret: ChannelUpdate.shape.secret,
});

/** A new channel, or one to be changed, whose address and secret are never shown. */
export function ChannelForm({ channel, onDone }: { channel: Channel | undefined; onDone: () => void }) {
  const text = useChannelText();
  const { form } = text;
  const t = useT();
  const problemOf = useProblemOf();
  const reader = useCurrentLocale();
  const [vendor, setVendor] = useState<ChatVendor>(channel?.vendor ?? 'WECOM');
  const [topics, setTopics] = useState<ChannelTopic[]>(channel?.topics ?? [...CHANNEL_TOPICS]);
  const [clearSecret, setClearSecret] = useState(false);
  const [add, update] = [useAddChannel(), useUpdateChannel()];
  const act = channel ? update : add;
  const problem = act.isError ? problemOf(act.error) : undefined;
  const signs = SIGNING_VENDORS.includes(vendor);

  const adding = useForm({
    schema: ChannelAdd,
    problem,
    extra: { vendor, topics },
    onValid: (input) => add.mutate({ ...input, secret: signs ? (input.secret ?? '') : '' }, { onSuccess: onDone }),
  });
  const editing = useForm({
    schema: EditSchema,
    problem,
    extra: { id: channel?.id, topics },
    onValid: ({ webhook, secret, ...input }) =>
      update.mutate(
        { ...input, ...kept({ webhook, secret }), ...(clearSecret && { secret: '' }) },
        { onSuccess: onDone },
      ),
  });
  const { bind, onSubmit } = channel ? editing : adding;
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack gap="md">
        {!channel && (
          <NativeSelect
            label={form.vendor}
            value={vendor}
            onChange={(event) =>
              setVendor(CHAT_VENDORS.find((known) => known === event.currentTarget.value) ?? 'WECOM')
            }
            data={CHAT_VENDORS.map((value) => ({ value, label: text.vendors[value] }))}
          />
        )}
        <Text size="sm" c="dimmed">
          {form.help[vendor]}
        </Text>
        <TextInput
          {...bind('name')}
          label={form.name}
          defaultValue={channel?.name ?? ''}
          placeholder={form.namePlaceholder}
          autoComplete="off"
          maxLength={60}
          data-autofocus
        />
        <TextInput
          {...bind('webhook')}
          label={form.webhook}
          {...(channel && { description: form.webhookKept(channel.webhookMasked) })}
          placeholder="https://"
          inputMode="url"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={500}
        />
        {signs && (
          <TextInput
            {...bind('secret')}
            label={form.secret}
            description={channel?.hasSecret ? form.secretKept : form.secretHelp}
            disabled={clearSecret}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={200}
          />
        )}
        {signs && channel?.hasSecret && (
          <Checkbox
            label={form.clearSecret}
            checked={clearSecret}
            onChange={(event) => setClearSecret(event.currentTarget.checked)}
          />
        )}
        <Checkbox.Group
          label={form.topics}
          value={topics}
          onChange={(values) => setTopics(CHANNEL_TOPICS.filter((topic) => values.includes(topic)))}
          error={topics.length === 0 && form.topicsNone}
        >
          <Stack gap="sm" mt="xs">
            {CHANNEL_TOPICS.map((topic) => (
              <Checkbox
                key={topic}
                value={topic}
                label={text.topics[topic].name}
                description={text.topics[topic].what}
              />
            ))}
          </Stack>
        </Checkbox.Group>
        <NativeSelect
          {...bind('locale')}
          label={form.locale}
          defaultValue={channel?.locale ?? reader}
          data={LOCALES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
        />
        {problem && Object.keys(problem.fields).length === 0 && <ErrorNote problem={problem} />}
        <Group justify="flex-end" gap="sm">
          <Button variant="subtle" color="gray" onClick={onDone} disabled={act.isPending}>
            {t.cancel}
          </Button>
          <Button type="submit" loading={act.isPending}>
            {form.save}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function kept({ webhook, secret }: Given): Given {
  return { ...(webhook && { webhook }), ...(secret && { secret }) };
}
