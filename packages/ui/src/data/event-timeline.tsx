import type { TimelineEvent } from '@forewarn/core/alerts/model';
import { useFormat } from '../format/use-format.ts';
import { useAlertLabels } from '../i18n/hooks.ts';
import { eventFacts } from './event-facts.ts';
import classes from './event-timeline.module.css';
import { groupEvents } from './group-events.ts';
import { LEVEL_TONES } from './status-tones.ts';
import { toneStyle } from './tone-badge.tsx';

/** What has happened to an alert, one sentence an event, in the order given; repetitions in a row share a line. */
export function EventTimeline({ events }: { events: readonly TimelineEvent[] }) {
  const labels = useAlertLabels();
  const format = useFormat();
  const groups = groupEvents(
    events.map((event) => ({ ...event, text: labels.event[event.kind](eventFacts(event, labels)) })),
  );
  return (
    <ol className={classes.list}>
      {groups.map(({ id, level, text, count, at, until }) => (
        <li key={id} className={classes.item} style={toneStyle(LEVEL_TONES[level])}>
          <div className={classes.text}>
            {text}
            {count > 1 && <span className={classes.count}> ×{count}</span>}
          </div>
          <div className={classes.time}>
            <time dateTime={at}>{format.time(at, 'exact')}</time>
            {count > 1 && (
              <>
                {' – '}
                <time dateTime={until}>{format.time(until, 'exact')}</time>
              </>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}
