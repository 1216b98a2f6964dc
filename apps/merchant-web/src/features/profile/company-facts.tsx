import type { MerchantProfile } from '@forewarn/core/merchants/model';
import { KeyValues } from '@forewarn/ui/data';
import { Text } from '@mantine/core';
import { LANGUAGE_NAMES } from '../../app/preferences/language-names.ts';
import { Section } from './section.tsx';
import { useProfileText } from './text.ts';

export function CompanyFacts({ profile }: { profile: MerchantProfile }) {
  const { company: text } = useProfileText();
  return (
    <Section title={text.title}>
      <Text size="sm" c="dimmed">
        {text.ownerOnly}
      </Text>
      <KeyValues
        items={[
          { label: text.companyName, value: profile.companyName },
          { label: text.contactPerson, value: profile.contactPerson },
          { label: text.phone, value: profile.phone },
          { label: text.locale, value: LANGUAGE_NAMES[profile.locale] },
          { label: text.timeZone, value: profile.timeZone },
        ]}
      />
    </Section>
  );
}
