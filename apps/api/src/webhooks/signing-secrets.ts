import type { Core } from '@forewarn/core/kernel/context';
import { DAY, HOUR } from '@forewarn/core/kernel/time';
import { type ActiveCredential, activeCredentials } from '@forewarn/core/platform';
import type { SigningSecret } from '@forewarn/core/ports/provider-wire';

/** When a WebhookSecret replaces the SignKey that has signed the pushes so far, the provider may go on with it this long. */
const OVERLAP = 7 * DAY;

/** WebhookSecret if one is set, else SignKey; replaced ones stay valid until their overlap ends. */
export async function signingSecrets(core: Core): Promise<SigningSecret[]> {
  const webhook = await activeCredentials(core, 'WEBHOOK_SECRET');
  const first = Math.min(...webhook.map((one) => one.since.getTime()));
  const sign = first <= core.now().getTime() - OVERLAP ? [] : await activeCredentials(core, 'SIGN_KEY');
  // Entered together with the WebhookSecret, a SignKey never signed a push.
  const inUse = sign.filter((one) => one.since.getTime() < first - HOUR);
  return [...webhook, ...inUse].map(secret);
}

function secret({ keyId, value }: ActiveCredential): SigningSecret {
  return { keyId, secret: value };
}
