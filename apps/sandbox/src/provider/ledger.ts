import type { FaultMode } from '../faults/model.ts';
import type { FeedbackBody, RegisterBody } from './wire.ts';

export type CallName = 'register' | 'close' | 'status' | 'feedback' | 'ping';
export type RegistrationStatus = 'REGISTERED' | 'PENDING' | 'FAILED' | 'CLOSED';

/** One request as it arrived, whatever became of it. */
export interface ReceivedRequest {
  no: number;
  call: CallName;
  at: string;
  headers: Record<string, string>;
  bodySha256: string;
  /** The parsed JSON, or the text when it is none. */
  body: unknown;
  alertId: string | null;
  cardRef: string | null;
  idempotencyKey: string | null;
  fault: FaultMode | null;
  /** What the provider decided; null when a fault came first. */
  code: number | null;
  effect: boolean;
}

export interface Registration {
  cardRef: string;
  merchantNo: string;
  program: 'ETHOCA' | 'RDR';
  descriptor: string;
  /** The issuer BIN (ETHOCA); empty for RDR, as the next two are for ETHOCA. */
  cardBin: string;
  acquirerBin: string;
  arn: string;
  caid: string;
  callbackUrl: string;
  status: RegistrationStatus;
  errorCode: string | null;
  updatedAt: string;
}

export interface EnrolmentEffect extends Registration {
  no: number;
  kind: 'register' | 'close';
}

export interface FeedbackEffect extends FeedbackBody {
  no: number;
  at: string;
  bodySha256: string;
}

/** Everything the provider has been asked and what it did about it, in the order of arrival. */
export class Ledger {
  readonly requests: ReceivedRequest[] = [];
  readonly registrations = new Map<string, Registration>();
  readonly enrolments: EnrolmentEffect[] = [];
  readonly feedback: FeedbackEffect[] = [];
  readonly feedbackByKey = new Map<string, FeedbackEffect>();
  readonly feedbackByAlert = new Map<string, FeedbackEffect>();

  receive(request: Omit<ReceivedRequest, 'no'>): ReceivedRequest {
    const received = { no: this.requests.length + 1, ...request };
    this.requests.push(received);
    return received;
  }

  enrol(body: RegisterBody, status: RegistrationStatus, at: string): void {
    const { cardRef, merchantNo, callbackUrl } = body;
    const registration: Registration = {
      cardRef,
      merchantNo,
      callbackUrl,
      ...factsOf(body),
      status,
      errorCode: null,
      updatedAt: at,
    };
    this.registrations.set(cardRef, registration);
    this.enrolments.push({ no: this.enrolments.length + 1, kind: 'register', ...registration });
  }

  close(registration: Registration, at: string): void {
    Object.assign(registration, { status: 'CLOSED', updatedAt: at });
    this.enrolments.push({ no: this.enrolments.length + 1, kind: 'close', ...registration });
  }

  answer(body: FeedbackBody, bodySha256: string, at: string): FeedbackEffect {
    const effect = { no: this.feedback.length + 1, at, bodySha256, ...body };
    this.feedback.push(effect);
    this.feedbackByKey.set(body.idempotencyKey, effect);
    this.feedbackByAlert.set(body.alertId, effect);
    return effect;
  }

  requestsOf(...calls: CallName[]): ReceivedRequest[] {
    return this.requests.filter((request) => calls.includes(request.call));
  }
}

/** What an enrolment watches. */
export function factsOf(body: RegisterBody) {
  return {
    program: body.program ?? ('ETHOCA' as const),
    descriptor: body.descriptor,
    cardBin: 'cardBin' in body ? body.cardBin : '',
    acquirerBin: ('acquirerBin' in body && body.acquirerBin) || '',
    arn: ('arn' in body && body.arn) || '',
    caid: body.caid ?? '',
  };
}
