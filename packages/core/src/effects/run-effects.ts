import { commit } from '../kernel/commit.ts';
import type { Core } from '../kernel/context.ts';
import type { Lane, Topic } from '../kernel/effects.ts';
import { SECOND } from '../kernel/time.ts';
import { uuidv7 } from '../kernel/uuid.ts';
import { backOff } from './back-off.ts';
import type { EffectHandlers, EffectResult } from './handler.ts';
import { type ClaimedEffect, claimEffects, closeEffect } from './store.ts';

/** Longer than any outside call may take (provider and SMTP at most 30 s), so that a lease is lost only by a crash or a stall. */
export const EFFECT_LEASE = 45 * SECOND;

export interface EffectLane {
  /** Claims as much as is free and starts it; answers how many were claimed. */
  pump(): Promise<number>;
  /** Resolves when nothing is in flight. */
  drained(): Promise<void>;
  /** Claims no more, and resolves when what is in flight is done. */
  stop(): Promise<void>;
  /** When a try was last closed. */
  readonly lastFinished: Date | null;
}

/**
 * Carries out one lane's due effects, at most `width` at a time (asked at each claim); a slow one holds up nobody but its own place.
 */
export function createEffectLane(
  core: Core,
  handlers: EffectHandlers,
  lane: Lane,
  width: number | (() => number),
  lease: number = EFFECT_LEASE,
): EffectLane {
  const running = new Set<Promise<void>>();
  let lastFinished: Date | null = null;
  let claiming: Promise<number> | undefined;
  let stopped = false;

  async function claim(): Promise<number> {
    const free = (typeof width === 'number' ? width : width()) - running.size;
    if (stopped || free <= 0) return 0;
    const token = uuidv7(core.now());
    const claimed = await claimEffects(core.db, { lane, now: core.now(), limit: free, lease, token });
    for (const effect of claimed) {
      const run = carryOut(core, handlers, effect, token).finally(() => {
        running.delete(run);
        lastFinished = core.now();
        if (claimed.length === free) pump().catch((error) => core.log.error({ err: error, lane }, 'claim failed'));
      });
      running.add(run);
    }
    return claimed.length;
  }

  /** One claim at a time; a ring during one is answered by the next. */
  function pump(): Promise<number> {
    claiming ??= claim().finally(() => {
      claiming = undefined;
    });
    return claiming;
  }

  async function drained(): Promise<void> {
    while (running.size > 0) await Promise.all(running);
  }

  return {
    pump,
    drained,
    async stop() {
      stopped = true;
      await claiming?.catch(() => undefined);
      await drained();
    },
    get lastFinished() {
      return lastFinished;
    },
  };
}

async function carryOut(core: Core, handlers: EffectHandlers, effect: ClaimedEffect, token: string): Promise<void> {
  const fields = { topic: effect.topic, outboxId: effect.id, attempt: effect.attempt };
  try {
    const result = await perform(core, handlers, effect);
    const kept = await commit(core, async (tx, emit) => {
      const held = await closeEffect(tx, {
        id: effect.id,
        attempt: effect.attempt,
        token,
        now: core.now(),
        held: result.held ?? false,
        outcome: result.outcome,
        detail: result.detail?.slice(0, 1000) ?? null,
        next: result.retryAt ? { status: 0, at: result.retryAt } : { status: result.dead ? 2 : 1 },
      });
      if (held) await result.settle?.(tx, emit);
      return held;
    });
    if (!kept) core.log.warn(fields, 'lease lost: the outcome of this try was left to its successor');
  } catch (error) {
    // Left as it is: the lease runs out and the effect is due again, with its attempt marked as cut off.
    core.log.error({ ...fields, err: error }, 'effect failed unexpectedly');
  }
}

async function perform(core: Core, handlers: EffectHandlers, effect: ClaimedEffect): Promise<EffectResult> {
  const handler = handlers[effect.topic as Topic] as EffectHandlers[keyof EffectHandlers] | undefined;
  if (!handler) return { outcome: 'NOT_SENT', dead: true, detail: `no handler for topic ${effect.topic}` };
  try {
    return await (handler as (core: Core, run: object) => Promise<EffectResult>)(core, {
      outboxId: effect.id,
      payload: JSON.parse(effect.payload),
      attempt: effect.attempt,
      uncertain: effect.uncertain,
      deadline: effect.deadline,
      createdTime: effect.createdTime,
    });
  } catch (error) {
    core.log.error({ topic: effect.topic, outboxId: effect.id, attempt: effect.attempt, err: error }, 'effect threw');
    const detail = `unexpected: ${error instanceof Error ? error.message : String(error)}`;
    return { outcome: 'AMBIGUOUS', detail, retryAt: backOff(core.now(), effect.attempt) };
  }
}
