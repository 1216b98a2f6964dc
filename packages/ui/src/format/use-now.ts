import { useSyncExternalStore } from 'react';

let now = Date.now();
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

/** One clock for all countdowns of a page, on whole seconds, so that they change together. */
function tick() {
  now = Date.now();
  timer = setTimeout(tick, 1000 - (now % 1000));
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (timer === undefined) tick();
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearTimeout(timer);
    timer = undefined;
  };
}

/**
 * The time now in epoch milliseconds, rounded down to `step`; the component renders again when that changes.
 * @param step milliseconds, at least a second
 */
export function useNow(step = 1000): number {
  const read = () => {
    /* Nobody was listening for a while: don't start from an old moment. */
    if (timer === undefined && Date.now() - now >= step) now = Date.now();
    return Math.floor(now / step) * step;
  };
  return useSyncExternalStore(subscribe, read, read);
}
