import type { AlertSummary } from '@forewarn/core/alerts/model';
import { FEEDBACK_TONES, ProcessStatusBadge, ToneBadge, toneStyle } from '@forewarn/ui/data';
import { useFormat } from '@forewarn/ui/format';
import { useAlertLabels } from '@forewarn/ui/i18n';
import { alertState } from './alert-state.ts';
import { AlertStatus } from './alert-status.tsx';
import classes from './list.module.css';

interface StatusCellProps {
  alert: AlertSummary;
  /** Whether the time and the answer's way stand here, because they have no column of their own. */
  withTime: boolean;
  withFeedback: boolean;
}

/** Where an alert stands: the answer, and below it how far it got and when it was given. */
export function StatusCell({ alert, withTime, withFeedback }: StatusCellProps) {
  const labels = useAlertLabels();
  const format = useFormat();
  const { processAction, processStatus, feedbackStatus, processTime } = alert;
  if (alertState(alert) !== 'answered') return <AlertStatus alert={alert} />;
  return (
    <div className={classes.stateCell}>
      {processAction ? (
        <ToneBadge tone="neutral">{labels.action[processAction]}</ToneBadge>
      ) : (
        <ProcessStatusBadge value={processStatus} />
      )}
      <span className={classes.minor}>
        {withFeedback && feedbackStatus !== 'NONE' && (
          <span className={classes.toned} style={toneStyle(FEEDBACK_TONES[feedbackStatus])}>
            {labels.feedbackStatus[feedbackStatus]}{' '}
          </span>
        )}
        {withTime && processTime && format.time(processTime, 'short')}
      </span>
    </div>
  );
}
