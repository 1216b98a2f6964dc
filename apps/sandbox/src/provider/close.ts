import type { Ledger } from './ledger.ts';
import { type Answer, type CloseBody, refuse, succeed } from './wire.ts';

/** Ends an enrolment. Closing a closed one again changes nothing. */
export function close(ledger: Ledger, body: CloseBody, at: string): Answer {
  const registration = ledger.registrations.get(body.cardRef);
  if (!registration) return refuse(4110, 'this cardRef is not enrolled');
  if (registration.status !== 'CLOSED') ledger.close(registration, at);
  return succeed({ cardRef: body.cardRef, status: 'CLOSED' });
}
