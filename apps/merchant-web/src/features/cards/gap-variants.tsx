import type { CoverageGap, GapVariant } from '@forewarn/core/descriptors/model';
import { ErrorNote } from '@forewarn/ui/feedback';
import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useProblemOf } from '../../app/problem/use-problem.ts';
import { BinDialog } from './bin-dialog.tsx';
import { useDescriptorText } from './descriptor-text.ts';
import classes from './descriptors.module.css';
import { useEnrolGap } from './use-gaps.ts';

interface GapVariantsProps {
  gap: CoverageGap;
  readOnly: boolean;
  onEnrolled: (descriptor: string) => void;
}

/** The combinations of BIN and CAID a descriptor was seen in; each enrols by one tap, or asks for the BIN the alerts didn't tell. */
export function GapVariants({ gap, readOnly, onEnrolled }: GapVariantsProps) {
  const { gaps: text } = useDescriptorText();
  const problemOf = useProblemOf();
  const enrol = useEnrolGap();
  const [asking, setAsking] = useState<GapVariant>();
  const submit = (variant: GapVariant, cardBin?: string) =>
    // By the promise, not a callback of the mutation: the gap may be gone from the list before it would be called.
    void enrol.mutateAsync({ alertId: variant.alertId, ...(cardBin !== undefined && { cardBin }) }).then(
      (card) => {
        setAsking(undefined);
        onEnrolled(card.descriptor);
      },
      () => undefined,
    );
  const hidden = gap.variantCount - gap.variants.length;
  return (
    <>
      {gap.variants.map((variant) => {
        const bin = variant.cardBinMasked;
        return (
          <div key={variant.alertId} className={classes.variant}>
            <Text size="sm" className="fw-tabular">
              {[bin === null ? text.noBin : `BIN ${bin}`, variant.caid || text.anyCaid, text.count(variant.count)].join(
                ' · ',
              )}
            </Text>
            {!readOnly && (
              <Button
                size="xs"
                variant="light"
                aria-label={bin === null ? text.askBinLabel(gap.descriptor) : text.enrolLabel(gap.descriptor, bin)}
                loading={enrol.isPending && Number(enrol.variables.alertId) === variant.alertId}
                disabled={enrol.isPending}
                onClick={() => (bin === null ? setAsking(variant) : submit(variant))}
              >
                {bin === null ? text.askBin : text.enrol}
              </Button>
            )}
          </div>
        );
      })}
      {hidden > 0 && (
        <Text size="xs" c="dimmed">
          {text.moreVariants(hidden)}
        </Text>
      )}
      {enrol.isError && !asking && <ErrorNote problem={problemOf(enrol.error)} />}
      {asking && (
        <BinDialog
          descriptor={gap.descriptor}
          busy={enrol.isPending}
          problem={enrol.isError ? problemOf(enrol.error) : undefined}
          onSubmit={(cardBin) => submit(asking, cardBin)}
          onClose={() => setAsking(undefined)}
        />
      )}
    </>
  );
}
