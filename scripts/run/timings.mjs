/** Measures named steps that may overlap. `lines()` tells, in order of starting, when each began and how long it took. */
export function createTimings() {
  const origin = performance.now();
  const steps = [];
  return {
    /** A step may fail before anybody awaits it: its promise still rejects, but not as an unhandled one. */
    step(name, work) {
      const entry = { name, from: performance.now() - origin, to: undefined };
      steps.push(entry);
      const done = (async () => work())().finally(() => {
        entry.to = performance.now() - origin;
      });
      done.catch(() => {});
      return done;
    },
    seconds: () => ((performance.now() - origin) / 1000).toFixed(1),
    lines: () =>
      steps.map(({ name, from, to }) => {
        const took = to === undefined ? 'running' : `${Math.round(to - from)} ms`;
        return `${name.padEnd(12)} ${took.padStart(10)}   from ${(from / 1000).toFixed(2)} s`;
      }),
  };
}
