import type { EnrolmentRequest } from '@forewarn/core/ports/alert-provider';
import type { ProviderProfile } from './profile.ts';

/**
 * The fields of an enrolment. ETHOCA: the requirement document's. RDR: it has none for it; the profile names those that
 * say program, acquirer BIN, CAID and ARN, and no issuer BIN is sent. An ARN that stands alone leaves the other two out.
 */
export function registration(
  { program, cardRef, descriptor, cardBin, caid, acquirerBin, arn }: EnrolmentRequest,
  { callbackUrl, rdrFields }: Pick<ProviderProfile, 'callbackUrl' | 'rdrFields'>,
): Record<string, string> {
  if (program === 'ETHOCA') return { descriptor, cardBin, caid, cardRef, callbackUrl };
  return {
    [rdrFields.program]: program,
    descriptor,
    ...(acquirerBin !== '' && { [rdrFields.acquirerBin]: acquirerBin, [rdrFields.caid]: caid }),
    ...(arn !== '' && { [rdrFields.arn]: arn }),
    cardRef,
    callbackUrl,
  };
}
