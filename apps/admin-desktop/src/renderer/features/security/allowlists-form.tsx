import { type Allowlists, type AllowlistsView, KEY_INTERFACES } from '@forewarn/core/allowlists/model';
import { ErrorNote } from '@forewarn/ui/feedback';
import { Button, Code, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from '../../api.ts';
import { ToneNote } from '../../app/tone-note.tsx';
import { useProblem } from '../../app/use-problem.ts';
import { RangeBox } from './range-box.tsx';
import { problemOf, readRanges } from './range-text.ts';
import { useSecurityText } from './text.ts';

type Texts = Record<keyof Allowlists, string>;

function asTexts(lists: Allowlists): Texts {
  const text = (name: keyof Allowlists) => lists[name].join('\n');
  return { admin: text('admin'), credentials: text('credentials'), export: text('export'), webhooks: text('webhooks') };
}

/** Edits the four lists together; only those that changed are sent. */
export function AllowlistsForm({ lists, callerAddress }: AllowlistsView) {
  const t = useSecurityText();
  const trpc = useTRPC();
  const cache = useQueryClient();
  const toProblem = useProblem();
  const [texts, setTexts] = useState(() => asTexts(lists));
  const update = useMutation(
    trpc.admin.security.allowlists.update.mutationOptions({
      onSuccess: (saved) => {
        notifications.show({ message: t.saved });
        setTexts(asTexts(saved.lists));
        cache.setQueryData(trpc.admin.security.allowlists.get.queryKey({}), saved);
      },
    }),
  );
  const changed = KEY_INTERFACES.filter((name) => readRanges(texts[name]).join('\n') !== lists[name].join('\n'));
  const wrong = KEY_INTERFACES.some((name) => problemOf(texts[name]) !== undefined);
  const problem = update.error && toProblem(update.error);
  const said = (name: string) =>
    Object.entries(problem?.fields ?? {}).find(([path]) => path.split('.')[0] === name)?.[1];
  const inPlace = KEY_INTERFACES.some((name) => said(name) !== undefined);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!wrong) update.mutate(Object.fromEntries(changed.map((name) => [name, readRanges(texts[name])])));
      }}
    >
      <Stack gap="md">
        <ToneNote tone="accent">
          <Text size="sm">
            {t.yourAddress} <Code>{callerAddress}</Code>
          </Text>
          <Text size="sm">{t.yourAddressHint}</Text>
        </ToneNote>
        <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="md">
          {KEY_INTERFACES.map((name) => (
            <RangeBox
              key={name}
              name={name}
              value={texts[name]}
              onChange={(value) => setTexts((before) => ({ ...before, [name]: value }))}
              error={said(name)}
              {...(name !== 'webhooks' && { ownAddress: callerAddress })}
            />
          ))}
        </SimpleGrid>
        {problem && !inPlace && (
          <ErrorNote
            problem={
              problem.code === 'ALLOWLIST_LOCKS_OUT'
                ? { ...problem, text: `${problem.text} ${t.address(callerAddress)}` }
                : problem
            }
          />
        )}
        <Group justify="flex-end">
          <Button
            variant="default"
            disabled={changed.length === 0 || update.isPending}
            onClick={() => {
              setTexts(asTexts(lists));
              update.reset();
            }}
          >
            {t.discard}
          </Button>
          <Button type="submit" loading={update.isPending} disabled={changed.length === 0 || wrong}>
            {t.saveLists}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
