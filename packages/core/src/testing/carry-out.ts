import type { EffectHandler, EffectResult } from '../effects/index.ts';
import { commit } from '../kernel/commit.ts';
import type { Core } from '../kernel/context.ts';
import type { EffectPayloads, Topic } from '../kernel/effects.ts';

/** Carries out one effect as the lane does, without its claim and its attempt: the handler, then what it settles, in one transaction. */
export async function carryOut<T extends Topic>(
  core: Core,
  handler: EffectHandler<T>,
  payload: EffectPayloads[T],
): Promise<EffectResult> {
  const run = { outboxId: 0, payload, attempt: 1, uncertain: false, deadline: null, createdTime: core.now() };
  const result = await handler(core, run);
  await commit(core, async (tx, emit) => result.settle?.(tx, emit));
  return result;
}
