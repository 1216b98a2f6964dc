import type { TextFaultView } from '@forewarn/core/mail-templates/model';
import { Anchor, Stack, Text } from '@mantine/core';
import { ToneNote } from '../../app/tone-note.tsx';
import { useTemplatesText } from './text.ts';

/** What can't be saved, each with its place; a click goes there. */
export function FaultList({
  faults,
  onShow,
}: {
  faults: readonly TextFaultView[];
  onShow: (fault: TextFaultView) => void;
}) {
  const t = useTemplatesText();
  if (faults.length === 0)
    return (
      <Text size="xs" c="dimmed" role="status">
        {t.checked}
      </Text>
    );
  return (
    <ToneNote tone="danger" title={t.faultsTitle(faults.length)}>
      <Stack gap={4} component="ul" m={0} pl="md">
        {faults.map((fault) => (
          <li key={`${fault.field} ${fault.line} ${fault.column} ${fault.message}`}>
            <Anchor
              component="button"
              type="button"
              size="sm"
              c="inherit"
              underline="always"
              onClick={() => onShow(fault)}
            >
              {fault.field === 'subject' ? t.inSubject : t.at(fault.line, fault.column)}
            </Anchor>{' '}
            {fault.message}
          </li>
        ))}
      </Stack>
    </ToneNote>
  );
}
