import type { AlertSummary } from '@forewarn/core/alerts/model';
import { FeedbackStatusBadge, ToneBadge } from '@forewarn/ui/data';
import { useFilterText } from './text/filters.ts';

type State = Pick<AlertSummary, 'processStatus' | 'feedbackStatus'>;

/** Nobody answered by the deadline; EXPIRED of one that was answered is an answer that didn't arrive in time. */
export function isMissed({ processStatus, feedbackStatus }: State): boolean {
  return processStatus === 'PENDING' && feedbackStatus === 'EXPIRED';
}

/** How far the answer got, or that none came in time; nothing while there is nothing to say. */
export function AnswerState({ alert }: { alert: State }) {
  const { views } = useFilterText();
  if (isMissed(alert)) return <ToneBadge tone="danger">{views.missed}</ToneBadge>;
  return alert.feedbackStatus === 'NONE' ? null : <FeedbackStatusBadge value={alert.feedbackStatus} />;
}
