import type { DescriptorFinding } from '@forewarn/core/cards/model';
import type { LintAnswer } from '@forewarn/core/descriptors/model';
import { useFormat } from '@forewarn/ui/format';
import { Button, Group, Text } from '@mantine/core';
import { useDescriptorText } from './descriptor-text.ts';

interface FindingFixesProps {
  finding: DescriptorFinding;
  seen: LintAnswer['seen'];
  onUse: (descriptor: string) => void;
}

/** What would mend it, each a tap; and how often alerts carried it, where they did. */
export function FindingFixes({ finding, seen, onUse }: FindingFixesProps) {
  const { hints } = useDescriptorText();
  const format = useFormat();
  return (
    <>
      {finding.shown.length > 0 && <Text size="sm">{hints.statementShows(finding.shown)}</Text>}
      {finding.suggestions.map((suggestion) => {
        const known = seen.find(({ descriptor }) => descriptor.toUpperCase() === suggestion);
        return (
          <Group key={suggestion} gap="xs" mt={6}>
            <Button size="compact-sm" variant="default" onClick={() => onUse(suggestion)}>
              {hints.use(suggestion)}
            </Button>
            {known && (
              <Text size="xs" c="dimmed">
                {hints.seen(known.count, format.time(known.lastSeen, 'date'))}
              </Text>
            )}
          </Group>
        );
      })}
    </>
  );
}
