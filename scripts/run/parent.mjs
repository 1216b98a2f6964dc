import { isAlive, nameOf, parentOf, startTime } from './pid.mjs';

/**
 * Under `npm start` a `kill -9` hits npm, not us, and we would live on unseen. So: if npm, or a shell between it and
 * us, is gone, call `onGone`. Does nothing when not started by npm. Returns a function that ends the watch.
 */
export function watchNpm(onGone) {
  if (!process.env.npm_lifecycle_event) return () => {};
  const watched = ancestorsUpToNpm();
  const timer = setInterval(() => {
    if (!watched.every(isAlive)) {
      clearInterval(timer);
      onGone();
    }
  }, 500);
  timer.unref();
  return () => clearInterval(timer);
}

/** Our parent and, if that is a shell, its parents up to the first that is none: npm. */
function ancestorsUpToNpm() {
  const chain = [];
  for (let pid = process.ppid; pid > 1 && chain.length < 5; pid = parentOf(pid)) {
    chain.push({ pid, start: startTime(pid) });
    if (!/^(ba|da|z|k|a)?sh$|^busybox$/.test(nameOf(pid))) break;
  }
  return chain;
}
