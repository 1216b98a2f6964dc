import { CardInput } from '@forewarn/core/cards/model';
import { ErrorNote } from '@forewarn/ui/feedback';
import { Button, Group, Text } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useProblemOf } from '../../app/problem/use-problem.ts';
import type { CardValues } from './card-rules.ts';
import { useDescriptorText } from './descriptor-text.ts';
import { useSaveCard } from './use-card-mutations.ts';

/** The other forms of the descriptor, each enrolled by a tap with the BIN, CAID and address of this form. */
export function VariantFixes({ values, variants }: { values: CardValues; variants: readonly string[] }) {
  const { hints } = useDescriptorText();
  const problemOf = useProblemOf();
  const save = useSaveCard();
  const [done, setDone] = useState<readonly string[]>([]);
  const complete = CardInput.safeParse(values).success;
  const failure = save.error ?? save.data?.enrolError;
  return (
    <>
      <Group gap="xs" mt={6}>
        {variants.map((descriptor) =>
          done.includes(descriptor) ? (
            <Text key={descriptor} size="sm">
              <IconCheck size={14} aria-hidden /> {hints.alsoDone(descriptor)}
            </Text>
          ) : (
            <Button
              key={descriptor}
              size="compact-sm"
              variant="default"
              disabled={!complete}
              loading={save.isPending && save.variables.values.descriptor === descriptor}
              onClick={() =>
                save.mutate(
                  { card: undefined, values: { ...values, descriptor }, enrol: true },
                  { onSuccess: () => setDone((before) => [...before, descriptor]) },
                )
              }
            >
              {hints.also(descriptor)}
            </Button>
          ),
        )}
      </Group>
      {!complete && (
        <Text size="xs" c="dimmed" mt={4}>
          {hints.alsoNeeds}
        </Text>
      )}
      {failure != null && <ErrorNote problem={problemOf(failure)} />}
    </>
  );
}
