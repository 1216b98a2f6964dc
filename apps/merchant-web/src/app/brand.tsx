import { useT } from '@forewarn/ui/i18n';
import { Group, Text } from '@mantine/core';

export function Brand() {
  return (
    <Group gap={10} wrap="nowrap">
      <img src="/favicon.svg" width={26} height={26} alt="" />
      <Text fw={650}>{useT().product}</Text>
    </Group>
  );
}
