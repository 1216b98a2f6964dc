import { errorMessage } from '@forewarn/core/kernel/error-messages';
import { ERRORS, type ErrorCode } from '@forewarn/core/kernel/errors';
import type { Locale } from '@forewarn/core/kernel/locale';
import type { Tone } from '@forewarn/ui/theme';

export type Outcome = 'ok' | 'refused' | 'failed';

const isCode = (result: string): result is ErrorCode => Object.hasOwn(ERRORS, result);

/** Done, refused with a reason the person was told, or something that went wrong. */
export function outcomeOf(result: string): Outcome {
  if (result === 'OK') return 'ok';
  return isCode(result) && ERRORS[result].family === 'expected' ? 'refused' : 'failed';
}

export const OUTCOME_TONES: Record<Outcome, Tone> = { ok: 'positive', refused: 'warning', failed: 'danger' };

/** What the person was told; undefined when all went well. */
export function resultReason(result: string, locale: Locale): string | undefined {
  if (result === 'OK') return undefined;
  return isCode(result) ? errorMessage(result, locale) : result;
}
