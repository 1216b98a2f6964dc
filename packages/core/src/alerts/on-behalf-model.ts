import { z } from 'zod';
import { AnswerInput } from './model.ts';

/** Why staff answer in a merchant's place: recorded, and told to the merchant. */
export const OnBehalfReason = z.string().trim().min(2).max(500);

/** An answer as it is sent; who answers on a merchant's behalf has to say why. */
export const ProcessInput = AnswerInput.extend({ onBehalfReason: OnBehalfReason.optional() });
export type ProcessInput = z.output<typeof ProcessInput>;
