import type { cardLabels as source } from '../zh-CN/cards.ts';

export const cardLabels: typeof source = {
  status: {
    DRAFT: 'Draft',
    PENDING: 'Not enrolled',
    REGISTERED: 'Enrolled',
    FAILED: 'Enrolment failed',
    CLOSED: 'Closed',
  },
  state: {
    DRAFT: 'Draft',
    SAVED: 'Not enrolled',
    SUBMITTED: 'Enrolling',
    IN_REVIEW: 'In review',
    ACTIVE: 'Enrolled',
    REJECTED: 'Enrolment failed',
    CLOSING: 'Closing',
    CLOSED: 'Closed',
  },
  program: { ETHOCA: 'ETHOCA', RDR: 'RDR' },
  failure: {
    ENROLLED_ELSEWHERE: 'Enrolled elsewhere',
    GENERIC_DESCRIPTOR: 'Descriptor too general',
    INVALID_DESCRIPTOR: 'Descriptor not accepted',
    VERIFICATION_NEEDED: 'Verification needed',
    REFUSED: 'Enrolment refused',
    UNREACHABLE: 'Alert network not reachable',
    NOT_CONFIGURED: 'Platform interface not ready',
  },
};
