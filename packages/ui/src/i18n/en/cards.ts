import type { cardLabels as source } from '../zh-CN/cards.ts';

export const cardLabels: typeof source = {
  status: {
    DRAFT: 'Draft',
    PENDING: 'Not enrolled',
    REGISTERED: 'Enrolled',
    FAILED: 'Enrolment failed',
    CLOSED: 'Closed',
  },
  submitted: 'Enrolling',
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
