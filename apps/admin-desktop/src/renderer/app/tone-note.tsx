import { toneStyle } from '@forewarn/ui/data';
import type { Tone } from '@forewarn/ui/theme';
import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './tone-note.module.css';

interface ToneNoteProps {
  tone: Tone;
  title?: string;
  children: ReactNode;
}

/** A few sentences that must be seen, in the colours that mean the same everywhere. */
export function ToneNote({ tone, title, children }: ToneNoteProps) {
  return (
    <div className={classes.note} style={toneStyle(tone)} role="status">
      {title && (
        <Text size="sm" fw={600}>
          {title}
        </Text>
      )}
      {children}
    </div>
  );
}
