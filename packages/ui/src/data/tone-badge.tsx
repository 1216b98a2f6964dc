import type { CSSProperties, ReactNode } from 'react';
import type { Tone } from '../theme/tones.ts';
import classes from './tone-badge.module.css';

interface ToneBadgeProps {
  tone: Tone;
  /** A dot before the text; `live` lets it breathe while something is under way. */
  dot?: boolean | 'live' | undefined;
  children: ReactNode;
}

/** The colours of a tone as the three variables that the style sheets of this package read. */
export function toneStyle(tone: Tone): CSSProperties {
  return {
    '--tone-text': `var(--fw-${tone}-text)`,
    '--tone-bg': `var(--fw-${tone}-bg)`,
    '--tone-border': `var(--fw-${tone}-border)`,
  } as CSSProperties;
}

/** A short state in words; colour repeats what the text says and never stands alone. */
export function ToneBadge({ tone, dot, children }: ToneBadgeProps) {
  return (
    <span className={`${classes.root} ${tone === 'muted' ? classes.muted : ''}`} style={toneStyle(tone)}>
      {dot && <span className={`${classes.dot} ${dot === 'live' ? classes.pulse : ''}`} aria-hidden />}
      {children}
    </span>
  );
}
