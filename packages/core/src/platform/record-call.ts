import type { Core } from '../kernel/context.ts';
import type { CALL_OPERATIONS } from './model.ts';
import { redactBody, redactText, redactUrl } from './redact.ts';
import { insertCalls } from './store.ts';

/** How a call ended. Outbound as the provider port says it; inbound: DONE or REFUSED. */
export const CALL_OUTCOMES = ['DONE', 'REFUSED', 'NOT_SENT', 'AMBIGUOUS', 'NOT_CONFIGURED'] as const;

/** One call as it was; secrets and card data are taken out here, not by the caller. */
export interface CallRecord {
  at: Date;
  direction: 'IN' | 'OUT';
  operation: (typeof CALL_OPERATIONS)[number];
  method: string;
  url: string;
  /** Absent when no answer came. */
  status?: number | undefined;
  outcome: (typeof CALL_OUTCOMES)[number];
  durationMs: number;
  /** From 1. */
  attempt?: number;
  request?: string | null;
  response?: string | null;
  error?: string | null;
  requestId: string;
  /** `card:12`, `alert:SBX-1`: what the call was about. */
  subject?: string;
}

/** Writes calls to the interface log in one statement (A-244…A-247). Never throws: the log must not fail the call it describes. */
export async function recordCalls(core: Pick<Core, 'db' | 'log'>, calls: readonly CallRecord[]): Promise<void> {
  try {
    await insertCalls(core, calls.map(toRow));
  } catch (error) {
    core.log.error({ err: error, calls: calls.length }, 'interface calls could not be recorded');
  }
}

export function recordCall(core: Pick<Core, 'db' | 'log'>, call: CallRecord): Promise<void> {
  return recordCalls(core, [call]);
}

function toRow(call: CallRecord) {
  return {
    atTime: call.at,
    direction: call.direction,
    operation: call.operation,
    method: call.method,
    url: redactUrl(call.url),
    status: call.status ?? null,
    outcome: call.outcome,
    durationMs: Math.round(call.durationMs),
    attempt: call.attempt ?? 1,
    request: redactBody(call.request, { words: call.direction === 'OUT' }),
    response: redactBody(call.response),
    error: call.error ? redactText(call.error).slice(0, 1000) : null,
    requestId: call.requestId,
    subject: (call.subject ?? '').slice(0, 120),
  };
}
