import type { CardFailureReason } from '@forewarn/core/cards/model';

/** The provider's business codes for an enrolment, in our words; its codes aren't published, these are the sandbox's (docs/provider.md). */
const REASONS: Record<string, CardFailureReason> = {
  '4101': 'ENROLLED_ELSEWHERE',
  '4102': 'GENERIC_DESCRIPTOR',
  '4103': 'INVALID_DESCRIPTOR',
  '4104': 'VERIFICATION_NEEDED',
};

export function failureReason(code: string | null): CardFailureReason {
  return (code !== null ? REASONS[code] : undefined) ?? 'REFUSED';
}

/** What is answered about a card reference the provider hasn't enrolled. */
export const UNKNOWN_ENROLMENT = '4110';
