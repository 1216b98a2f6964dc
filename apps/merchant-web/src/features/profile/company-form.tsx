import { LOCALES } from '@forewarn/core/kernel/locale';
import { type MerchantProfile, ProfileUpdate } from '@forewarn/core/merchants/model';
import { ErrorNote } from '@forewarn/ui/feedback';
import { useT } from '@forewarn/ui/i18n';
import { Button, Group, NativeSelect, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { z } from 'zod';
import { queryClient, trpc } from '../../api.ts';
import { LANGUAGE_NAMES } from '../../app/preferences/language-names.ts';
import { useProblemOf } from '../../app/problem/use-problem.ts';
import { renewSession } from '../../app/session/session.ts';
import { useForm } from '../../app/use-form.ts';
import { SavedNote } from './saved-note.tsx';
import { Section } from './section.tsx';
import { useProfileText } from './text.ts';

const ZONES = Intl.supportedValuesOf('timeZone');
/** An empty field takes the phone away. */
const Phone = z.preprocess((text) => (text === '' ? null : text), ProfileUpdate.shape.phone.unwrap());
const Schema = ProfileUpdate.required().extend({ phone: Phone });

export function CompanyForm({ profile }: { profile: MerchantProfile }) {
  const { company: text, saved } = useProfileText();
  const t = useT();
  const problemOf = useProblemOf();
  const save = useMutation(
    trpc.profile.update.mutationOptions({
      onSuccess: (data) => {
        queryClient.setQueryData(trpc.profile.get.queryKey({}), data);
        return renewSession();
      },
    }),
  );
  const problem = save.isError ? problemOf(save.error) : undefined;
  const { bind, onSubmit } = useForm({ schema: Schema, problem, onValid: (input) => save.mutate(input) });
  const zones = ZONES.includes(profile.timeZone) ? ZONES : [profile.timeZone, ...ZONES];
  const phoneNote = profile.phoneSignsIn ? text.phoneSignsIn : text.phoneContactOnly;
  return (
    <Section title={text.title}>
      <form onSubmit={onSubmit} noValidate onChange={() => save.isSuccess && save.reset()}>
        <Stack gap="md">
          <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
            <TextInput
              {...bind('companyName')}
              label={text.companyName}
              defaultValue={profile.companyName}
              autoComplete="organization"
              maxLength={200}
            />
            <TextInput
              {...bind('contactPerson')}
              label={text.contactPerson}
              defaultValue={profile.contactPerson}
              autoComplete="name"
              maxLength={100}
            />
            <TextInput
              {...bind('phone')}
              label={text.phone}
              description={profile.phone ? phoneNote : undefined}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              defaultValue={profile.phone ?? ''}
              type="tel"
              autoComplete="tel"
              maxLength={20}
            />
            <NativeSelect
              {...bind('locale')}
              label={text.locale}
              defaultValue={profile.locale}
              data={LOCALES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
            />
            <NativeSelect
              {...bind('timeZone')}
              label={text.timeZone}
              description={text.timeZoneHint}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              defaultValue={profile.timeZone}
              data={zones}
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
