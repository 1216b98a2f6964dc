import type { BreakerSettings } from '@forewarn/core/platform';

/**
 * What differs between provider accounts and isn't published (`provider.md` 1): configuration, not code.
 * The default is the requirement document's payload signed by HMAC-SHA256; `md5-salt` is the provider's published scheme.
 */
export interface ProviderProfile {
  callbackUrl: string;
  signature: 'hmac-sha256' | 'md5-salt';
  /** Where md5-salt puts its signature. */
  signField: string;
  signUppercase: boolean;
  /** Whether md5-salt signs empty values too. */
  signEmpty: boolean;
  /** Send the sign key as a body parameter, as the requirement document lists it; off, because a secret must not travel. */
  sendSignKey: boolean;
  timeoutMs: number;
  /** How an RDR enrolment's own fields are called: they aren't published. */
  rdrFields: { program: string; acquirerBin: string; caid: string; arn: string };
  /** Working days until the result of an enrolment that is looked at by hand: an estimate. */
  reviewDays: { ETHOCA: number; RDR: number };
  /** Whether an enrolment can be asked after: `GET {paths.status}/{cardRef}`. */
  tellsEnrolments: boolean;
  breaker: BreakerSettings;
  paths: { register: string; close: string; status: string; feedback: string; ping: string };
}
