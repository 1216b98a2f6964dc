import { type KeyInterface, MOST_RANGES } from '@forewarn/core/allowlists/model';
import { Badge, Button, Group, Paper, Stack, Text, Textarea } from '@mantine/core';
import { problemOf, readRanges, withRange } from './range-text.ts';
import { useSecurityText } from './text.ts';

interface RangeBoxProps {
  name: KeyInterface;
  value: string;
  onChange: (value: string) => void;
  /** Offered as an entry where the reader could lock themselves out. */
  ownAddress?: string;
  /** What the server said about it. */
  error?: string | undefined;
}

/** One list: what it guards, its ranges line by line. */
export function RangeBox({ name, value, onChange, ownAddress, error }: RangeBoxProps) {
  const t = useSecurityText();
  const count = readRanges(value).length;
  const problem = problemOf(value);
  const told = problem && (problem.kind === 'too-many' ? t.tooMany(MOST_RANGES) : t.notRange(problem.line));
  return (
    <Paper p="md">
      <Stack gap="sm">
        <Textarea
          label={
            <Group component="span" gap="xs">
              <Text span fw={600}>
                {t.list[name]}
              </Text>
              <Badge component="span" variant="default" tt="none">
                {count === 0 ? t.open : t.limited(count)}
              </Badge>
            </Group>
          }
          description={t.purpose[name]}
          placeholder={t.placeholder}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
          error={told ?? error}
          autosize
          minRows={4}
          maxRows={12}
          spellCheck={false}
          autoComplete="off"
        />
        {ownAddress && (
          <Group justify="flex-end">
            <Button variant="subtle" size="compact-sm" onClick={() => onChange(withRange(value, ownAddress))}>
              {t.addMine}
            </Button>
          </Group>
        )}
      </Stack>
    </Paper>
  );
}
