import { systemActor } from '@forewarn/core/kernel/actor';
import type { Core } from '@forewarn/core/kernel/context';
import { execute } from '@forewarn/core/kernel/execute';
import { updateCredential } from '@forewarn/core/platform';

/** The sandbox's demo values (`apps/sandbox`): worthless anywhere else. */
export const SANDBOX_CREDENTIALS = {
  MERCHANT_NO: 'M-DEMO-0001',
  SIGN_KEY: 'demo-sign-key',
  WEBHOOK_SECRET: 'demo-webhook-secret',
} as const;

/** Introduces platform and sandbox to each other. */
export async function enterCredentials(core: Core, sandbox: string, platformUrl: string): Promise<void> {
  const caller = { actor: systemActor('test'), requestId: 'test', ip: '', userAgent: '', locale: 'en' } as const;
  for (const [kind, value] of Object.entries({ ...SANDBOX_CREDENTIALS, API_ENDPOINT: sandbox })) {
    await execute(core, caller, updateCredential, { kind, value });
  }
  await fetch(`${sandbox}/__control/configure`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ platformUrl }),
  });
}
