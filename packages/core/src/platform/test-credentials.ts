import { z } from 'zod';
import { effect } from '../kernel/operation.ts';
import { CredentialTest } from './model.ts';

const OUTCOME = {
  done: 'DONE',
  refused: 'REFUSED',
  'not-sent': 'NOT_SENT',
  ambiguous: 'AMBIGUOUS',
  'not-configured': 'NOT_CONFIGURED',
} as const;

/** Calls the provider with the current credentials and says what came of it; the call itself stands in the interface log. */
export const testCredentials = effect('credentials.test', {
  permission: 'credential:update',
  summary: 'Calls the alert provider with the current credentials and says what came of it.',
  input: z.object({}),
  output: CredentialTest,
  allowlist: 'credentials',
}).run(async (ctx) => {
  const started = performance.now();
  const result = await ctx.ports.provider.ping({ subject: 'credentials', requestId: ctx.requestId, attempt: 1 });
  const outcome = OUTCOME[result.kind];
  ctx.audit({ targetType: 'credential', detail: { outcome } });
  return {
    ok: result.kind === 'done',
    milliseconds: Math.round(result.kind === 'done' ? result.data.milliseconds : performance.now() - started),
    outcome,
    detail: detailOf(result),
  };
});

function detailOf(result: { kind: string; detail?: string; providerCode?: string }): string | null {
  return result.detail ?? result.providerCode ?? null;
}
