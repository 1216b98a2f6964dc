import { type DescriptorFinding, lintDescriptor } from '@forewarn/core/cards/model';
import type { LintAnswer } from '@forewarn/core/descriptors/model';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { trpc } from '../../api.ts';

const PAUSE = 400;
/** Below this there is nothing to compare with. */
const SHORTEST = 4;

/** What can be said of a descriptor: the rules at once, what past alerts and cards say after a pause in typing. */
export function useLint(
  descriptor: string,
  justEnrolled: readonly string[],
): { findings: DescriptorFinding[]; seen: LintAnswer['seen'] } {
  const [asked] = useDebouncedValue(descriptor.trim(), PAUSE);
  const answer = useQuery(
    trpc.cards.lint.queryOptions(
      { descriptor: asked },
      { enabled: asked.length >= SHORTEST, staleTime: 60_000, placeholderData: keepPreviousData },
    ),
  );
  const { seen = [], enrolled = [] } = answer.data ?? {};
  const known = { seen: seen.map((one) => one.descriptor), enrolled: [...enrolled, ...justEnrolled] };
  return { findings: lintDescriptor(descriptor, known), seen };
}
