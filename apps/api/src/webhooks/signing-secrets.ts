import type { Core } from '@forewarn/core/kernel/context';
import { DAY, SECOND } from '@forewarn/core/kernel/time';
import { activeCredentials } from '@forewarn/core/platform';
import type { SigningSecret } from '@forewarn/core/ports/provider-wire';

/** When the first WebhookSecret is entered, the provider may go on signing with SignKey this long. */
const OVERLAP = 7 * DAY;
const FRESH_FOR = SECOND;

/**
 * WebhookSecret if one is set, else SignKey; replaced ones stay valid until their overlap ends, and SignKey stays beside a WebhookSecret
 * that was never there before for a week. Rejects when they can't be read within `longest` ms: a silent database must not hold a push.
 */
export function createSigningSecrets(core: Core, longest: number): () => Promise<SigningSecret[]> {
  let known: { at: number; secrets: SigningSecret[] } | undefined;
  let reading: Promise<SigningSecret[]> | undefined;

  async function read(): Promise<SigningSecret[]> {
    const webhook = await activeCredentials(core, 'WEBHOOK_SECRET');
    const now = core.now().getTime();
    const settled = webhook.some((one) => one.since.getTime() <= now - OVERLAP);
    const sign = settled ? [] : await activeCredentials(core, 'SIGN_KEY');
    const secrets = [...webhook, ...sign].map(({ keyId, value }) => ({ keyId, secret: value }));
    known = { at: now, secrets };
    return secrets;
  }

  return async () => {
    if (known && Math.abs(core.now().getTime() - known.at) < FRESH_FOR) return known.secrets;
    reading ??= read().finally(() => {
      reading = undefined;
    });
    return within(reading, longest);
  };
}

function within<T>(work: Promise<T>, longest: number): Promise<T> {
  let timer: NodeJS.Timeout;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('the database did not answer in time')), longest);
  });
  return Promise.race([work, timeout]).finally(() => clearTimeout(timer));
}
