import { Text } from '@mantine/core';

/** Says that it worked, to eyes and ears. */
export function SavedNote({ text }: { text: string | undefined }) {
  return (
    <Text role="status" size="sm" c="var(--fw-positive-text)">
      {text}
    </Text>
  );
}
