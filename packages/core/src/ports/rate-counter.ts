export interface RateVerdict {
  allowed: boolean;
  limit: number;
  remaining: number;
  /** Seconds until the window is fresh. */
  retryAfter: number;
}

export type RateClass = 'login' | 'read' | 'write';

/** Shared counters by class and key (an address, an account). Falls back to this process's memory while Redis is away. */
export interface RateCounter {
  take(rateClass: RateClass, key: string): Promise<RateVerdict>;
}
