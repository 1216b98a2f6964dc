import { setTimeout as sleep } from 'node:timers/promises';
import { Failure } from '../failure.mjs';
import { shown } from '../paths.mjs';
import { tail } from './child.mjs';

/**
 * Polls `probe` until it gives something truthy, which is returned. If the child ends first or the time is up, that
 * is a Failure with the last lines of its output.
 */
export async function waitFor(child, probe, { log, timeoutMs = 60_000, everyMs = 40 }) {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    if (child.ended) {
      const { code, signal, error } = await child.exited;
      const how = error
        ? `could not be started: ${error.message}`
        : `stopped at once (${signal ?? `exit status ${code}`})`;
      throw new Failure(`${child.name} ${how}`, {
        hint: `${tail(child.output())}\nfull log: ${shown(log)}`,
        exitCode: code === 78 ? 78 : 1,
      });
    }
    const found = await probe();
    if (found) return found;
    if (Date.now() > deadline) {
      throw new Failure(`${child.name} is not ready after ${timeoutMs / 1000} s`, {
        hint: `${tail(child.output())}\nfull log: ${shown(log)}`,
      });
    }
    await sleep(everyMs);
  }
}

/** Probe: the URL answers with a 2xx. */
export const answers = (url) => async () => {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(2000) });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
};

/** Probe: the child has printed a JSON line with `"ready": true`; gives the parsed line. */
export const readyLine = (child) => () => jsonLine(child.output(), (value) => value.ready === true);

/** The last line of the text that is a JSON object and passes the test. */
export function jsonLine(text, test = () => true) {
  for (const line of text.split('\n').reverse()) {
    if (!line.startsWith('{')) continue;
    try {
      const value = JSON.parse(line);
      if (test(value)) return value;
    } catch {
      // a log line that only looks like JSON, or one still being written
    }
  }
  return undefined;
}
