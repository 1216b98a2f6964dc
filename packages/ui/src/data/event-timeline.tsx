import type { TimelineEvent } from '@forewarn/core/alerts/model';
import { useFormat } from '../format/use-format.ts';
import { useAlertLabels } from '../i18n/hooks.ts';
import { eventFacts } from './event-facts.ts';
import classes from './event-timeline.module.css';
import { LEVEL_TONES } from './status-tones.ts';
import { toneStyle } from './tone-badge.tsx';

/** What has happened to an alert, one sentence an event, in the order given. */
export function EventTimeline({ events }: { events: readonly TimelineEvent[] }) {
  const labels = useAlertLabels();
  const format = useFormat();
  return (
    <ol className={classes.list}>
      {events.map((event) => (
        <li key={event.id} className={classes.item} style={toneStyle(LEVEL_TONES[event.level])}>
          <div className={classes.text}>{labels.event[event.kind](eventFacts(event, labels))}</div>
          <time className={classes.time} dateTime={event.at}>
            {format.time(event.at, 'exact')}
          </time>
        </li>
      ))}
    </ol>
  );
}
