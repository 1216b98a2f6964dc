import { DESCRIPTOR_SIGNS, Descriptor } from '@forewarn/core/cards/model';
import { toneStyle } from '@forewarn/ui/data';
import { Text } from '@mantine/core';
import { useState } from 'react';
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
  const [enrolled, setEnrolled] = useState<readonly string[]>([]);
  const { findings, seen } = useLint(values.descriptor, enrolled);
  const wrong = !Descriptor.safeParse(values.descriptor).success;
  return (
    <div role="status" aria-label={hints.label} className={classes.hints}>
      {enrolled.map((descriptor) => (
        <Text key={descriptor} size="sm" style={{ ...toneStyle('positive'), color: 'var(--tone-text)' }}>
          {hints.alsoDone(descriptor)}
        </Text>
      ))}
      {!wrong &&
        findings.map((finding) => (
          <div
            key={finding.code}
            className={classes.hint}
            style={toneStyle(finding.severity === 'warning' ? 'warning' : 'neutral')}
          >
            <Text size="sm" className={classes.hintText}>
              {hints.finding[finding.code]}
            </Text>
            {finding.code === 'VARIANTS' ? (
              <VariantFixes
                values={values}
                variants={finding.suggestions}
                onEnrolled={(descriptor) => setEnrolled((before) => [...before, descriptor])}
              />
            ) : (
              <FindingFixes finding={finding} seen={seen} onUse={onUse} />
            )}
          </div>
        ))}
      <Text size="xs" c="dimmed">
        {wrong || findings.length === 0 ? hints.allowed(DESCRIPTOR_SIGNS.join(' ')) : hints.free}
      </Text>
    </div>
  );
}
