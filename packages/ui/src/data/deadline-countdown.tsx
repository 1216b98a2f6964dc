import { IconAlarm, IconClock } from '@tabler/icons-react';
import { countdown, formatCountdown, type Urgency } from '../format/countdown.ts';
import { useFormat } from '../format/use-format.ts';
import { useNow } from '../format/use-now.ts';
import { useT } from '../i18n/hooks.ts';
import type { Tone } from '../theme/tones.ts';
import classes from './deadline-countdown.module.css';
import { toneStyle } from './tone-badge.tsx';

const URGENCY_TONES: Record<Urgency, Tone> = { calm: 'neutral', soon: 'warning', urgent: 'danger', passed: 'danger' };

interface DeadlineCountdownProps {
  /** ISO instant. */
  deadline: string;
  /** Whether somebody still has to act; without it only the absolute time is shown. */
  running: boolean;
  /** `large` for the head of a page; it names the year and the zone. */
  size?: 'normal' | 'large';
}

/** Until when, absolute and as the time that is left; the tone changes four hours and one hour before. */
export function DeadlineCountdown({ deadline, running, size = 'normal' }: DeadlineCountdownProps) {
  const format = useFormat();
  const absolute = format.time(deadline, size === 'large' ? 'full' : 'short');
  return (
    <time
      dateTime={deadline}
      title={format.time(deadline, 'exact')}
      className={`${classes.root} ${size === 'large' ? classes.large : ''}`}
    >
      {running && <Remaining deadline={deadline} />}
      <span className={running ? classes.absolute : classes.done}>{absolute}</span>
    </time>
  );
}

function Remaining({ deadline }: { deadline: string }) {
  const t = useT();
  const state = countdown(deadline, useNow());
  const Icon = state.urgency === 'calm' ? IconClock : IconAlarm;
  return (
    <span className={classes.left} style={toneStyle(URGENCY_TONES[state.urgency])}>
      <Icon size="1em" stroke={2} aria-hidden />
      {formatCountdown(state, t.countdown)}
    </span>
  );
}
