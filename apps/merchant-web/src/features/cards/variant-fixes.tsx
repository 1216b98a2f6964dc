import { CardInput } from '@forewarn/core/cards/model';
import { ErrorNote } from '@forewarn/ui/feedback';
import { Button, Group, Text } from '@mantine/core';
import { useProblemOf } from '../../app/problem/use-problem.ts';
import type { CardValues } from './card-rules.ts';
import { useDescriptorText } from './descriptor-text.ts';
import { useSaveCard } from './use-card-mutations.ts';

interface VariantFixesProps {
  values: CardValues;
  variants: readonly string[];
  onEnrolled: (descriptor: string) => void;
}

/** The other forms of the descriptor, each enrolled by a tap with the BIN, CAID and address of this form. */
export function VariantFixes({ values, variants, onEnrolled }: VariantFixesProps) {
  const { hints } = useDescriptorText();
  const problemOf = useProblemOf();
  const save = useSaveCard();
  const complete = CardInput.safeParse(values).success;
  const failure = save.error ?? save.data?.enrolError;
  const enrol = (descriptor: string) =>
    void save.mutateAsync({ card: undefined, values: { ...values, descriptor }, enrol: true }).then(
      () => onEnrolled(descriptor),
      () => undefined,
    );
  return (
    <>
      <Group gap="xs" mt={6}>
        {variants.map((descriptor) => (
          <Button
            key={descriptor}
            size="compact-sm"
            variant="default"
            disabled={!complete || save.isPending}
            loading={save.isPending && save.variables.values.descriptor === descriptor}
            onClick={() => enrol(descriptor)}
          >
            {hints.also(descriptor)}
          </Button>
        ))}
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
