import type { Logger } from '@forewarn/core/kernel/context';
import type { RateClass, RateCounter, RateVerdict } from '@forewarn/core/ports/rate-counter';
import type { Redis } from 'ioredis';
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';

/** So many calls in so many seconds. */
export interface Rate {
  calls: number;
  seconds: number;
}

/**
 * Counters shared by all processes through Redis, by class and key. While Redis is away each process counts by itself, so that
 * sign-in stays guarded and reading stays possible.
 */
export function createRateCounter(
  redis: Redis,
  rates: Record<RateClass, Rate>,
  prefix: string,
  log: Logger,
): RateCounter {
  const limiter = ({ calls, seconds }: Rate, name: RateClass) => {
    const common = { points: calls, duration: seconds, keyPrefix: `${prefix}rate:${name}` };
    return new RateLimiterRedis({
      ...common,
      storeClient: redis,
      rejectIfRedisNotReady: true,
      insuranceLimiter: new RateLimiterMemory(common),
    });
  };
  const limiters = {
    login: limiter(rates.login, 'login'),
    read: limiter(rates.read, 'read'),
    write: limiter(rates.write, 'write'),
  };

  return {
    async take(rateClass, key) {
      const limit = rates[rateClass].calls;
      try {
        return verdict(true, limit, await limiters[rateClass].consume(key));
      } catch (refusal) {
        if (refusal instanceof RateLimiterRes) return verdict(false, limit, refusal);
        log.error({ err: refusal, rateClass }, 'rate counter failed');
        return { allowed: rateClass !== 'login', limit, remaining: 0, retryAfter: 1 };
      }
    },
  };
}

function verdict(allowed: boolean, limit: number, state: RateLimiterRes): RateVerdict {
  return { allowed, limit, remaining: state.remainingPoints, retryAfter: Math.ceil(state.msBeforeNext / 1000) };
}
