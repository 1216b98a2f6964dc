import type { CardFailureReason, CardProgram } from '../cards/model.ts';

/** What an outbound call came to; the attempt row and the retry decision follow from it. */
export type CallOutcome<T> =
  | { kind: 'done'; data: T }
  /** A definite no: repeating changes nothing. */
  | {
      kind: 'refused';
      providerCode: string;
      reason: CardFailureReason;
      /** It doesn't know what was asked about. */
      unknown?: boolean;
    }
  /** Never reached the other side (DNS, refused connection, 429, breaker): free to repeat. `retryAfter` in ms when it was said. */
  | {
      kind: 'not-sent';
      detail: string;
      retryAfter?: number;
      /** Not even tried, because calls fail just now: uses up no try. */
      held?: boolean;
    }
  /** Sent, answer unknown (timeout, reset, 5xx, unreadable answer): may or may not have taken effect. */
  | { kind: 'ambiguous'; detail: string }
  | { kind: 'not-configured' };

/** What the provider shall watch; the keys a program doesn't use are empty. */
export interface EnrolmentRequest {
  cardRef: string;
  program: CardProgram;
  descriptor: string;
  /** The issuer BIN (ETHOCA). */
  cardBin: string;
  caid: string;
  /** The acquirer's BIN (RDR). */
  acquirerBin: string;
  arn: string;
}

/** PENDING: taken in, the result comes by callback, about `expectedTime`. */
export type EnrolmentAnswer = { status: 'REGISTERED' } | { status: 'PENDING'; expectedTime: Date };

export interface EnrolmentState {
  status: 'REGISTERED' | 'PENDING' | 'FAILED' | 'CLOSED';
  providerCode: string | null;
  /** FAILED: why. */
  reason: CardFailureReason | null;
}

export interface CallTag {
  /** Shown in the interface log: `card:12`, `alert:SBX-1`. */
  subject: string;
  requestId: string;
  attempt: number;
}

/** The alert provider, whatever its name: the only seam through which anything leaves towards it. */
export interface AlertProvider {
  enrol(request: EnrolmentRequest, tag: CallTag): Promise<CallOutcome<EnrolmentAnswer>>;
  closeEnrolment(cardRef: string, tag: CallTag): Promise<CallOutcome<{ status: 'CLOSED' | 'PENDING' }>>;
  /** Whether {@link enrolmentState} can be asked: not every provider tells. */
  readonly tellsEnrolments: boolean;
  enrolmentState(cardRef: string, tag: CallTag): Promise<CallOutcome<EnrolmentState>>;
  /** The bytes that will be sent and resent unchanged for one answer. */
  composeAnswer(answer: AnswerRequest): Promise<Buffer | undefined>;
  sendAnswer(body: Buffer, tag: CallTag): Promise<CallOutcome<{ accepted: boolean }>>;
  ping(tag: CallTag): Promise<CallOutcome<{ milliseconds: number }>>;
}

export interface AnswerRequest {
  alertId: string;
  action: string;
  refunded: string;
  reason: string;
  refundAmount?: string;
  currency?: string;
  comments?: string;
  evidence?: string[];
  idempotencyKey: string;
}
