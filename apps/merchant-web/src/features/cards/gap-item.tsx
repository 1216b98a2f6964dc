import type { CoverageGap } from '@forewarn/core/descriptors/model';
import { ToneBadge } from '@forewarn/ui/data';
import { ErrorNote } from '@forewarn/ui/feedback';
import { useFormat } from '@forewarn/ui/format';
import { Button, Group, Text } from '@mantine/core';
import { useProblemOf } from '../../app/problem/use-problem.ts';
import { useDescriptorText } from './descriptor-text.ts';
import classes from './descriptors.module.css';
import { GapVariants } from './gap-variants.tsx';
import { useDismissGap } from './use-gaps.ts';

interface GapItemProps {
  gap: CoverageGap;
  readOnly: boolean;
  onEnrolled: (descriptor: string) => void;
}

/** One descriptor that isn't covered: how often and for how much it was seen, what can be enrolled of it. */
export function GapItem({ gap, readOnly, onEnrolled }: GapItemProps) {
  const { gaps: text } = useDescriptorText();
  const format = useFormat();
  const problemOf = useProblemOf();
  const dismiss = useDismissGap();
  const facts = [
    text.count(gap.count),
    ...gap.amounts.map(({ amount, currency }) => format.money(amount, currency)),
    text.lastSeen(format.time(gap.lastSeen, 'date')),
  ];
  const { descriptor, dismissed } = gap;
  return (
    <div className={classes.gap}>
      <div className={classes.gapHead}>
        <Group gap="xs">
          <Text size="sm" fw={600} style={{ overflowWrap: 'anywhere' }}>
            {descriptor}
          </Text>
          <ToneBadge tone={gap.kind === 'CAID' ? 'neutral' : 'warning'}>{text.kind[gap.kind]}</ToneBadge>
        </Group>
        {!readOnly && (
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            loading={dismiss.isPending}
            aria-label={dismissed ? text.restoreLabel(descriptor) : text.dismissLabel(descriptor)}
            onClick={() => dismiss.mutate({ descriptor, dismissed: !dismissed })}
          >
            {dismissed ? text.restore : text.dismiss}
          </Button>
        )}
      </div>
      <Text size="sm" className="fw-tabular">
        {facts.join(' · ')}
      </Text>
      <Text size="xs" c="dimmed">
        {text.kindHint[gap.kind]}
      </Text>
      {dismiss.isError && <ErrorNote problem={problemOf(dismiss.error)} />}
      {gap.enrolable ? (
        <GapVariants gap={gap} readOnly={readOnly} onEnrolled={onEnrolled} />
      ) : (
        <Text size="sm" mt={4}>
          {gap.programs.includes('ETHOCA') ? text.byHand : text.rdrOnly}
        </Text>
      )}
    </div>
  );
}
