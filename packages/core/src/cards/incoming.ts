/** The provider's asynchronous word on an enrolment; `reason` is already ours. */
export interface EnrolmentNotice {
  type: 'ENROLMENT';
  cardRef: string;
  status: 'REGISTERED' | 'FAILED' | 'CLOSED';
  providerCode: string | null;
  reason: import('./model.ts').CardFailureReason | null;
  eventId: string;
  time: Date;
}
