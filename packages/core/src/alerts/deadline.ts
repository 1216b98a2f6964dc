import { after, DAY } from '../kernel/time.ts';
import type { IncomingAlert } from './incoming.ts';

/** The provider's deadline where it makes sense, else 24 hours after the alert (`provider.md` 1: "alerts without a timeOut"). */
export function deadlineOf(alert: Pick<IncomingAlert, 'alertTime' | 'answerBy'>): Date {
  return alert.answerBy && alert.answerBy > alert.alertTime ? alert.answerBy : after(alert.alertTime, DAY);
}
