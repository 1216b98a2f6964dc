import { factsOf, type Ledger, type Registration } from './ledger.ts';
import { type Answer, type RegisterBody, refuse, succeed } from './wire.ts';

/** Descriptors that stand for a business error, so that a test or a demo can ask for one. */
const REFUSED_DESCRIPTORS = [
  ['ENROLLED-ELSEWHERE', 4101, 'this descriptor is enrolled by another merchant'],
  ['GENERIC', 4102, 'the descriptor is too generic'],
  ['INVALID', 4103, 'the descriptor is not valid'],
  ['VERIFY', 4104, 'the descriptor needs a manual verification'],
] as const;

/** Enrols a card. The same `cardRef` with the same facts again changes nothing; with other facts it is refused. */
export function register(ledger: Ledger, body: RegisterBody, at: string): Answer {
  const descriptor = body.descriptor.toUpperCase();
  const refused = REFUSED_DESCRIPTORS.find(([prefix]) => descriptor.startsWith(prefix));
  if (refused) return refuse(refused[1], refused[2]);

  const known = ledger.registrations.get(body.cardRef);
  if (known && (known.status === 'REGISTERED' || known.status === 'PENDING')) {
    if (!sameFacts(known, body)) return refuse(4105, 'this cardRef is enrolled with other data: close it first');
    return succeed({ cardRef: body.cardRef, status: known.status });
  }
  const status = descriptor.startsWith('ASYNC') ? 'PENDING' : 'REGISTERED';
  ledger.enrol(body, status, at);
  return succeed({ cardRef: body.cardRef, status });
}

function sameFacts(known: Registration, body: RegisterBody): boolean {
  return Object.entries(factsOf(body)).every(([name, value]) => known[name as keyof Registration] === value);
}
