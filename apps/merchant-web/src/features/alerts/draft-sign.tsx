import { useFormat } from '@forewarn/ui/format';
import { Text } from '@mantine/core';
import { useAnswerText } from './text/index.ts';
import type { DraftState } from './use-draft.ts';

/** Whether what is typed is kept, and whose words stand here. */
export function DraftSign({ saving, savedTime, notice }: DraftState) {
  const { draft: text } = useAnswerText();
  const format = useFormat();
  const time = (instant: string) => format.time(instant, 'short');
  const who =
    notice &&
    (notice.own ? (notice.kind === 'continued' ? text.self : text.elsewhere) : notice.savedBy || text.colleague);
  return (
    <div role="status">
      {notice && who !== null && (
        <Text size="sm" c={notice.kind === 'continued' ? 'dimmed' : 'var(--mantine-color-text)'}>
          {text[notice.kind](who, time(notice.savedTime))}
        </Text>
      )}
      {saving === 'saving' && (
        <Text size="xs" c="dimmed">
          {text.saving}
        </Text>
      )}
      {saving === 'saved' && savedTime && (
        <Text size="xs" c="dimmed">
          {text.saved(time(savedTime))}
        </Text>
      )}
      {saving === 'failed' && (
        <Text size="xs" c="var(--mantine-color-error)">
          {text.failed}
        </Text>
      )}
    </div>
  );
}
