import type { Logger } from '@forewarn/core/kernel/context';
import {
  RATE_CLASSES,
  type Rate,
  type RateClass,
  type RateCounter,
  type RateVerdict,
} from '@forewarn/core/ports/rate-counter';
import type { Redis } from 'ioredis';
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';

/** Refused when not even this process's memory can count: guessing passwords and sending mails must never be free. */
const CLOSED: readonly RateClass[] = ['login', 'mail'];

/**
 * Counters shared by all processes through Redis, by class and key; a class with several windows passes when all of them let it
 * . While Redis is away each process counts by itself, so that sign-in stays guarded and reading stays possible. Who is over
 * the limit is refused from memory until the window ends: a flood costs no round trips.
 */
export function createRateCounter(
  redis: Redis,
  rates: Record<RateClass, readonly Rate[]>,
  prefix: string,
  log: Logger,
): RateCounter {
  const limiter = (name: RateClass, { calls, seconds }: Rate) => {
    const common = { points: calls, duration: seconds, keyPrefix: `${prefix}rate:${name}:${seconds}` };
    const inRedis = new RateLimiterRedis({
      ...common,
      storeClient: redis,
      rejectIfRedisNotReady: true,
      inMemoryBlockOnConsumed: calls + 1,
      insuranceLimiter: new RateLimiterMemory(common),
    });
    return { limit: calls, consume: (key: string) => inRedis.consume(key) };
  };
  const limiters = new Map(
    RATE_CLASSES.map((name) => [name, rates[name].map((window) => limiter(name, window))] as const),
  );

  return {
    async take(rateClass, key) {
      let tightest: RateVerdict | undefined;
      for (const { limit, consume } of limiters.get(rateClass) ?? []) {
        try {
          const passed = verdict(true, limit, await consume(key));
          if (!tightest || passed.remaining < tightest.remaining) tightest = passed;
        } catch (refusal) {
          if (refusal instanceof RateLimiterRes) return verdict(false, limit, refusal);
          log.error({ err: refusal, rateClass }, 'rate counter failed');
          return { allowed: !CLOSED.includes(rateClass), limit, remaining: 0, retryAfter: 1 };
        }
      }
      return tightest ?? { allowed: true, limit: 0, remaining: 0, retryAfter: 0 };
    },
  };
}

function verdict(allowed: boolean, limit: number, state: RateLimiterRes): RateVerdict {
  const remaining = Math.max(0, state.remainingPoints);
  return { allowed, limit, remaining, retryAfter: Math.max(1, Math.ceil(state.msBeforeNext / 1000)) };
}
