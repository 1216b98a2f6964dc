import type { z } from 'zod';
import { AnswerInput, OnBehalfReason } from './model.ts';

/** An answer as it is sent; who answers on a merchant's behalf has to say why. */
export const ProcessInput = AnswerInput.extend({ onBehalfReason: OnBehalfReason.optional() });
export type ProcessInput = z.output<typeof ProcessInput>;
