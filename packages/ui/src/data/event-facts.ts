import type { TimelineEvent } from '@forewarn/core/alerts/model';
import type { alertLabels, EventFacts } from '../i18n/zh-CN/alerts.ts';

type Labels = Pick<typeof alertLabels, 'action' | 'actor' | 'field' | 'holdReason' | 'matchTier' | 'notice'>;

function texts(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(texts);
  return typeof value === 'string' || typeof value === 'number' ? [String(value)] : [];
}

/** Codes in the reader's words; what has no label is shown as it came, what is absent is empty. */
function labelled(value: unknown, labels: Readonly<Record<string, string>>): string {
  return texts(value)
    .map((text) => labels[text] ?? text)
    .join(', ');
}

/** What an event carries, ready for its sentence. A person whose name the reader may not know is named by their side. */
export function eventFacts({ data, actorKind, actorName }: TimelineEvent, labels: Labels): EventFacts {
  return {
    actor: actorName ?? labels.actor[actorKind],
    action: labelled(data.action, labels.action),
    recipient: labelled(data.recipient, {}),
    fields: labelled(data.fields, labels.field),
    reason: labelled(data.reason ?? data.onBehalf ?? data.hold, labels.holdReason),
    tier: labelled(data.tier, labels.matchTier),
    notice: labelled(data.status, labels.notice),
    rule: labelled(data.ruleName, {}),
    to: labelled(data.to, {}),
  };
}
