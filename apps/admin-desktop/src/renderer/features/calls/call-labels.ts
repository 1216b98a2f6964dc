import { CALL_OPERATIONS, type InterfaceCall } from '@forewarn/core/platform/model';
import type { Tone } from '@forewarn/ui/theme';
import type { z } from 'zod';

export type Call = z.output<typeof InterfaceCall>;

/** The operation's name, or its code when a newer server knows more of them. */
export function operationName(operation: string, names: Record<(typeof CALL_OPERATIONS)[number], string>): string {
  const known = CALL_OPERATIONS.find((one) => one === operation);
  return known === undefined ? operation : names[known];
}

export function callTone({ status, error }: Pick<Call, 'status' | 'error'>): Tone {
  if (status === null || status >= 500) return 'danger';
  return status >= 400 || error !== null ? 'warning' : 'positive';
}
