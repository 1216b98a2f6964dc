export interface BurstLimit {
  /** Counts one call; 0 when it may pass, else the seconds to wait. */
  take(address: string): number;
}

const MOST_ADDRESSES = 10_000;

/**
 * Fixed windows by address, in this process's memory: an outage of Redis must not cost alerts, and the limit is far above what the
 * provider sends; it stops a flood, nothing else (docs/decisions/0006, A-107).
 */
export function createBurstLimit(
  { calls, seconds }: { calls: number; seconds: number },
  now: () => number,
): BurstLimit {
  const windows = new Map<string, { start: number; count: number }>();
  return {
    take(address) {
      const at = now();
      let window = windows.get(address);
      if (!window || at - window.start >= seconds * 1000 || at < window.start) {
        if (windows.size >= MOST_ADDRESSES) windows.clear();
        window = { start: at, count: 0 };
        windows.set(address, window);
      }
      window.count += 1;
      return window.count <= calls ? 0 : Math.max(1, Math.ceil((window.start + seconds * 1000 - at) / 1000));
    },
  };
}
