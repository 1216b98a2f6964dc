import type { Context } from '../kernel/context.ts';
import { appError } from '../kernel/errors.ts';
import type { Locale } from '../kernel/locale.ts';
import { fieldError } from '../kernel/validation.ts';
import type { AnswerInput } from './model.ts';
import type { ProcessInput } from './on-behalf-model.ts';

/** An answer with, where staff give it, the reason they do. */
export type SubmittedAnswer = AnswerInput & { onBehalf?: string };

/** Staff must say why they act; what a merchant says there means nothing. Errors: `VALIDATION_FAILED` at `onBehalfReason`. */
export function givenBy({ actor, locale }: Pick<Context, 'actor' | 'locale'>, input: ProcessInput): SubmittedAnswer {
  const { onBehalfReason, ...answer } = input;
  if (actor.kind !== 'staff') return answer;
  if (onBehalfReason === undefined)
    throw appError('VALIDATION_FAILED', { fields: [fieldError('onBehalfReason', 'REQUIRED', locale)] });
  return { ...answer, onBehalf: onBehalfReason };
}

/** The reason as the confirmation has it: in the reason's own place, so that no text an operator has changed can leave it out. */
export function toldReason({ reason, onBehalf }: SubmittedAnswer, locale: Locale): string {
  if (onBehalf === undefined) return reason;
  return locale === 'zh-CN'
    ? `${reason}（由服务人员代您答复：${onBehalf}）`
    : `${reason} (answered by service on your behalf: ${onBehalf})`;
}
