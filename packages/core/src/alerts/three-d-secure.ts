/** What an alert says about 3-D Secure. ATTEMPTED: asked for, not carried out. */
export type ThreeDSecure = 'AUTHENTICATED' | 'ATTEMPTED' | 'NONE';

const AUTHENTICATED = /^(y|yes|true|authenticated|full|fully.?authenticated|success|passed|是|已认证|05|02)$/i;
const ATTEMPTED = /^(a|attempted|attempt|06|01)$/i;
const NONE = /^(n|no|false|0|u|unavailable|not.?authenticated|none|failed|否|未认证|07|00)$/i;

/**
 * Reads the network's word: EMVCo's transaction status (Y, A, N, U), plain words, or an ECI with its leading zero (Visa 05/06/07,
 * Mastercard 02/01/00). Null for what isn't one of these: no guess is made.
 */
export function readThreeDSecure(value: string | null): ThreeDSecure | null {
  const word = value?.trim() ?? '';
  if (AUTHENTICATED.test(word)) return 'AUTHENTICATED';
  if (ATTEMPTED.test(word)) return 'ATTEMPTED';
  return NONE.test(word) ? 'NONE' : null;
}
