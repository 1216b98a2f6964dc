import type { Ledger } from './ledger.ts';
import { type Answer, refuse, succeed } from './wire.ts';

/** How an enrolment stands, for a platform that has missed a callback. */
export function enrolmentState(ledger: Ledger, cardRef: string): Answer {
  const registration = ledger.registrations.get(cardRef);
  if (!registration) return refuse(4110, 'this cardRef is not enrolled');
  const { status, errorCode } = registration;
  return succeed({ cardRef, status, ...(errorCode && { errorCode }) });
}
