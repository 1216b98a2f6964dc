import { Button, Checkbox, SimpleGrid, Stack, Text } from '@mantine/core';
import type { ColumnChoice } from './column-choice.ts';

interface ColumnChooserProps<K extends string> {
  choice: ColumnChoice<K>;
  names: Readonly<Record<K, string>>;
  chosen: readonly K[];
  onChoose: (columns: readonly K[]) => void;
  text: { columns: string; byDefault: string };
}

/** Which columns a list shows; the one that holds the row's link can't be taken away. */
export function ColumnChooser<K extends string>({ choice, names, chosen, onChoose, text }: ColumnChooserProps<K>) {
  const toggle = (column: K) =>
    onChoose(chosen.includes(column) ? chosen.filter((one) => one !== column) : [...chosen, column]);
  return (
    <Stack gap="xs" role="group" aria-label={text.columns}>
      <Text size="sm" fw={500}>
        {text.columns}
      </Text>
      <SimpleGrid cols={2} spacing="xs" verticalSpacing={10}>
        {choice.all.map((column) => (
          <Checkbox
            key={column}
            size="xs"
            radius={4}
            label={names[column]}
            checked={chosen.includes(column)}
            disabled={column === choice.always}
            onChange={() => toggle(column)}
          />
        ))}
      </SimpleGrid>
      {choice.write(chosen) !== choice.write(choice.byDefault) && (
        <Button variant="subtle" size="compact-sm" onClick={() => onChoose(choice.byDefault)}>
          {text.byDefault}
        </Button>
      )}
    </Stack>
  );
}
