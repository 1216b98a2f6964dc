/** What is counted apart from the rest; how many calls each may make is configuration (C-266). */
export const RATE_CLASSES = ['login', 'mail', 'read', 'write', 'export'] as const;
export type RateClass = (typeof RATE_CLASSES)[number];

/** So many calls in so many seconds. */
export interface Rate {
  calls: number;
  seconds: number;
}

export interface RateVerdict {
  allowed: boolean;
  limit: number;
  remaining: number;
  /** Seconds until the window is fresh. */
  retryAfter: number;
}

/** Shared counters by class and key (an address, an account). Falls back to this process's memory while Redis is away. */
export interface RateCounter {
  take(rateClass: RateClass, key: string): Promise<RateVerdict>;
}
