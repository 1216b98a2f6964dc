import { MeUpdate, type SessionUser } from '@forewarn/core/accounts/model';
import { LOCALES } from '@forewarn/core/kernel/locale';
import { ErrorNote } from '@forewarn/ui/feedback';
import { useT } from '@forewarn/ui/i18n';
import { Button, Group, NativeSelect, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { trpc } from '../../api.ts';
import { LANGUAGE_NAMES } from '../../app/preferences/language-names.ts';
import { useProblemOf } from '../../app/problem/use-problem.ts';
import { renewSession } from '../../app/session/session.ts';
import { useForm } from '../../app/use-form.ts';
import { SavedNote } from './saved-note.tsx';
import { Section } from './section.tsx';
import { useProfileText } from './text.ts';

const Schema = MeUpdate.required();

/** A colleague's own name and language; an owner's stand with the company. */
export function MeForm({ user }: { user: SessionUser }) {
  const { me: text, saved } = useProfileText();
  const t = useT();
  const problemOf = useProblemOf();
  const save = useMutation(trpc.auth.updateMe.mutationOptions({ onSuccess: () => renewSession() }));
  const problem = save.isError ? problemOf(save.error) : undefined;
  const { bind, onSubmit } = useForm({ schema: Schema, problem, onValid: (input) => save.mutate(input) });
  return (
    <Section title={text.title}>
      <form onSubmit={onSubmit} noValidate onChange={() => save.isSuccess && save.reset()}>
        <Stack gap="md">
          <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
            <TextInput
              {...bind('name')}
              label={text.name}
              defaultValue={user.name}
              autoComplete="name"
              maxLength={100}
            />
            <NativeSelect
              {...bind('locale')}
              label={text.locale}
              defaultValue={user.locale}
              data={LOCALES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
            />
          </SimpleGrid>
          {problem && Object.keys(problem.fields).length === 0 && <ErrorNote problem={problem} />}
          <Group gap="md">
            <Button type="submit" loading={save.isPending}>
              {t.save}
            </Button>
            <SavedNote text={save.isSuccess ? saved : undefined} />
          </Group>
        </Stack>
      </form>
    </Section>
  );
}
