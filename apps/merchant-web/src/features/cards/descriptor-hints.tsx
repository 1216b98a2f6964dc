import { DESCRIPTOR_SIGNS, Descriptor, type DescriptorFinding } from '@forewarn/core/cards/model';
import { toneStyle } from '@forewarn/ui/data';
import { Text } from '@mantine/core';
import type { CardValues } from './card-rules.ts';
import { useDescriptorText } from './descriptor-text.ts';
import classes from './descriptors.module.css';
import { FindingFixes } from './finding-fixes.tsx';
import { useLint } from './use-lint.ts';
import { VariantFixes } from './variant-fixes.tsx';

interface DescriptorHintsProps {
  values: CardValues;
  /** Takes a suggestion over into the field. */
  onUse: (descriptor: string) => void;
}

/** What can be said against the descriptor as it stands, with what mends it. Says nothing while the field is wrong anyway; never in the way. */
export function DescriptorHints({ values, onUse }: DescriptorHintsProps) {
  const { hints } = useDescriptorText();
  const { findings, seen } = useLint(values.descriptor);
  const wrong = !Descriptor.safeParse(values.descriptor).success;
  if (wrong || findings.length === 0)
    return (
      <Text size="xs" c="dimmed" className={classes.allowed}>
        {hints.allowed(DESCRIPTOR_SIGNS.join(' '))}
      </Text>
    );
  return (
    <div role="status" aria-label={hints.label} className={classes.hints}>
      {findings.map((finding) => (
        <div
          key={finding.code}
          className={classes.hint}
          style={toneStyle(finding.severity === 'warning' ? 'warning' : 'neutral')}
        >
          <Text size="sm" className={classes.hintText}>
            {hints.finding[finding.code]}
          </Text>
          <Fixes finding={finding} values={values} seen={seen} onUse={onUse} />
        </div>
      ))}
      <Text size="xs" c="dimmed">
        {hints.free}
      </Text>
    </div>
  );
}

interface FixesProps extends DescriptorHintsProps {
  finding: DescriptorFinding;
  seen: ReturnType<typeof useLint>['seen'];
}

function Fixes({ finding, values, seen, onUse }: FixesProps) {
  if (finding.code === 'VARIANTS') return <VariantFixes values={values} variants={finding.suggestions} />;
  return <FindingFixes finding={finding} seen={seen} onUse={onUse} />;
}
