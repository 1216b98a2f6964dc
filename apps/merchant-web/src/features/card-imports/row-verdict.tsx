import type { ImportRow, RowVerdict } from '@forewarn/core/card-imports/model';
import { ToneBadge } from '@forewarn/ui/data';
import { Text } from '@mantine/core';
import { useImportText } from './text.ts';

const TONES = {
  READY: 'positive',
  REOPEN: 'positive',
  ERROR: 'danger',
  DUPLICATE: 'warning',
  EXISTS: 'neutral',
} as const satisfies Record<RowVerdict, string>;

/** What becomes of a line, and why. */
export function RowVerdictText({ row }: { row: ImportRow }) {
  const text = useImportText();
  if (row.cardId !== null) return <ToneBadge tone="accent">{text.imported}</ToneBadge>;
  const why = {
    READY: '',
    ERROR: '',
    REOPEN: text.explain.reopen,
    DUPLICATE: text.explain.duplicate(row.other ?? 0),
    EXISTS: text.explain.exists,
  }[row.verdict];
  return (
    <div>
      <ToneBadge tone={TONES[row.verdict]}>{text.verdicts[row.verdict]}</ToneBadge>
      {why !== '' && (
        <Text size="xs" c="dimmed" mt={4} maw={240}>
          {why}
        </Text>
      )}
    </div>
  );
}
