import type { Logger } from '@forewarn/core/kernel/context';

export interface Loop {
  /** Work now (or right after the present run). Never rejects. */
  wake(): Promise<void>;
  stop(): Promise<void>;
  readonly lastWorked: number;
}

export interface LoopOptions {
  name: string;
  /** Does one batch; answers how much it did. More than nothing: again at once. */
  work(): Promise<number>;
  /** How long to rest when there was nothing, in ms: how late work is at most when every ring is lost. */
  rest: number;
  log: Logger;
}

/** Runs `work` again and again: at once while there is some, else after a rest or when woken. Errors are logged and waited out. */
export function startLoop({ name, work, rest, log }: LoopOptions): Loop {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let again = false;
  let lastWorked = 0;

  async function drain(): Promise<void> {
    do {
      again = false;
      try {
        while (!stopped && (await work()) > 0) lastWorked = performance.now();
      } catch (error) {
        log.error({ err: error, loop: name }, 'a worker loop failed; it goes on after its rest');
      }
    } while (again && !stopped);
  }

  function wake(): Promise<void> {
    if (stopped) return Promise.resolve();
    again = true;
    clearTimeout(timer);
    running ??= drain().finally(() => {
      running = undefined;
      if (!stopped) timer = setTimeout(wake, rest);
    });
    return running;
  }

  void wake();
  return {
    wake,
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
    get lastWorked() {
      return lastWorked;
    },
  };
}
