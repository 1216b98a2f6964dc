import { setTimeout as pause } from 'node:timers/promises';

const STEP_MS = 300;

/**
 * Answers at a whole multiple of 300 ms after the call, whatever the outcome: what an operation found out about a stranger's account
 * can't be read off its duration.
 */
export async function evenly<T>(work: () => Promise<T>): Promise<T> {
  const start = performance.now();
  try {
    return await work();
  } finally {
    const spent = performance.now() - start;
    await pause(Math.ceil(spent / STEP_MS) * STEP_MS - spent);
  }
}
