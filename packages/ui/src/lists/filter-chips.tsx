import { Button } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import classes from './filter-chips.module.css';

export interface Chip {
  key: string;
  words: string;
  onRemove: () => void;
}

interface FilterChipsProps {
  chips: readonly Chip[];
  /** Named for those who can't see it; `removeOf` says what a click takes away. */
  text: { active: string; removeOf: (words: string) => string; clear: string };
  onClear?: () => void;
}

/** What narrows a list, each to be taken away, and all at once; nothing while nothing does. */
export function FilterChips({ chips, text, onClear }: FilterChipsProps) {
  if (chips.length === 0) return null;
  return (
    <ul className={classes.chips} aria-label={text.active}>
      {chips.map(({ key, words, onRemove }) => (
        <li key={key}>
          <button type="button" className={classes.chip} aria-label={text.removeOf(words)} onClick={onRemove}>
            <span>{words}</span>
            <IconX size={14} aria-hidden />
          </button>
        </li>
      ))}
      {onClear && (
        <li>
          <Button variant="subtle" color="gray" size="compact-sm" onClick={onClear}>
            {text.clear}
          </Button>
        </li>
      )}
    </ul>
  );
}
