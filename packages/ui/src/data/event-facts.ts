import { PROCESS_ACTIONS, type ProcessAction, type TimelineEvent } from '@forewarn/core/alerts/model';
import type { EventFacts } from '../i18n/zh-CN/alerts.ts';

interface FactLabels {
  action: Record<ProcessAction, string>;
  holdReason: Record<string, string>;
  system: string;
}

function text(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  return Array.isArray(value) ? value.map(text).filter(Boolean).join(', ') : '';
}

const isAction = (value: string): value is ProcessAction => (PROCESS_ACTIONS as readonly string[]).includes(value);

/** What an event carries, in the reader's words: codes become labels, what is absent becomes empty. */
export function eventFacts(event: TimelineEvent, labels: FactLabels): EventFacts {
  const action = text(event.data.action);
  const reason = text(event.data.reason);
  return {
    actor: event.actorName ?? labels.system,
    action: isAction(action) ? labels.action[action] : action,
    recipient: text(event.data.recipient),
    fields: text(event.data.fields),
    reason: labels.holdReason[reason] ?? reason,
  };
}
