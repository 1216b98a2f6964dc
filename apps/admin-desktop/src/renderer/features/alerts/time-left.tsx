import { toneStyle } from '@forewarn/ui/data';
import { countdown, formatCountdown, type Urgency, useFormat, useNow } from '@forewarn/ui/format';
import { useT } from '@forewarn/ui/i18n';
import type { Tone } from '@forewarn/ui/theme';
import classes from './queue.module.css';

const TONES: Record<Urgency, Tone> = { calm: 'neutral', soon: 'warning', urgent: 'danger', passed: 'danger' };

/** What is left, in one short line for dense lists; the moment itself stands in the tooltip. */
export function TimeLeft({ deadline }: { deadline: string }) {
  const t = useT();
  const format = useFormat();
  const state = countdown(deadline, useNow());
  return (
    <time
      dateTime={deadline}
      title={format.time(deadline, 'full')}
      className={classes.left}
      style={toneStyle(TONES[state.urgency])}
    >
      {formatCountdown(state, t.countdown)}
    </time>
  );
}
