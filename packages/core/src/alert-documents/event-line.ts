import { ANSWER_ACTIONS, type EventKind, type TimelineEvent } from '../alerts/model.ts';
import type { Locale } from '../kernel/locale.ts';
import { ACTION_LABELS } from '../notifications/index.ts';
import { WORDS } from './words.ts';
import { writtenTime } from './written.ts';

/** Acts of a person, whose name stands before them. */
const ACTS: readonly EventKind[] = ['ASSIGNED', 'HANDED_OVER', 'VIEWED', 'ANSWERED'];

/** One line of the history: when, who where a person acted, what, and the answer or status it was about. */
export function eventLine(event: TimelineEvent, locale: Locale, timeZone: string): { time: string; text: string } {
  const words = WORDS[locale];
  const { kind, data, actorKind, actorName } = event;
  const action = ANSWER_ACTIONS.find((name) => name === data.action);
  const about = action
    ? ACTION_LABELS[locale][action]
    : typeof data.status === 'string'
      ? (words.notice[data.status] ?? '')
      : '';
  const what = words.because(words.event[kind], about);
  const who = typeof data.ruleName === 'string' ? words.rule(data.ruleName) : (actorName ?? words.actor[actorKind]);
  const text = ACTS.includes(kind) ? words.act(who, what) : what;
  return { time: writtenTime(event.at, timeZone), text };
}
