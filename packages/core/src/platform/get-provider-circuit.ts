import { z } from 'zod';
import { query } from '../kernel/operation.ts';
import { iso, isoOrNull } from '../kernel/time.ts';
import { readCircuit } from './circuit-store.ts';
import { ProviderCircuit } from './model.ts';

export const PROVIDER_CIRCUIT = 'provider';

/** whether calls to the provider go out, as the process that calls saw it last. */
export const getProviderCircuit = query('interfaceCalls.circuit', {
  permission: 'apilog:view',
  input: z.object({}),
  output: ProviderCircuit,
  summary: 'Shows whether calls to the alert provider go out or are held back after repeated failures.',
  background: true,
}).run(async (ctx) => {
  const row = await readCircuit(ctx.db, PROVIDER_CIRCUIT);
  if (!row) return { state: 'CLOSED', failures: 0, since: null, retryTime: null, lastError: null };
  const { state, failures, changedTime, retryTime, lastError } = row;
  return { state, failures, since: iso(changedTime), retryTime: isoOrNull(retryTime), lastError };
});
