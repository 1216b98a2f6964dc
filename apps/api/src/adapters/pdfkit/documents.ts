import { Worker } from 'node:worker_threads';
import { AppError } from '@forewarn/core/kernel/errors';
import type { Documents, PrintedDocument } from '@forewarn/core/ports/documents';
import type { Asked, Written } from './thread.ts';

export interface DocumentSettings {
  /** For one document, the thread's start included. */
  milliseconds?: number;
  /** So long without work, and the thread and its fonts (20 MB) go. */
  idle?: number;
  /** Documents on the way at a time. */
  waiting?: number;
  /** Called when the thread has gone for want of work. */
  onIdle?: () => void;
}

interface Pending {
  resolve: (bytes: Uint8Array<ArrayBuffer>) => void;
  reject: (error: Error) => void;
  timer: NodeJS.Timeout;
}

/**
 * Writes PDF in a thread of its own, started with the first document: laying out Chinese takes 0.1 s, which nobody's alert should wait
 * for, and a process that writes none never reads the fonts.
 */
export function createDocuments(settings: DocumentSettings = {}): Documents {
  const { milliseconds = 20_000, idle = 60_000, waiting = 20, onIdle } = settings;
  const pending = new Map<number, Pending>();
  let thread: Worker | undefined;
  let ending: NodeJS.Timeout | undefined;
  let last = 0;

  function stop(error: Error): void {
    void thread?.terminate();
    thread = undefined;
    for (const { reject, timer } of pending.values()) {
      clearTimeout(timer);
      reject(error);
    }
    pending.clear();
  }

  function take(written: Written): void {
    const one = pending.get(written.number);
    if (!one) return;
    pending.delete(written.number);
    clearTimeout(one.timer);
    if ('bytes' in written) one.resolve(written.bytes);
    else one.reject(new Error(`A document could not be written: ${written.error}`));
    if (pending.size > 0) return;
    ending = setTimeout(() => {
      stop(new Error('idle'));
      onIdle?.();
    }, idle);
    ending.unref();
  }

  function start(): Worker {
    const started = new Worker(new URL('./thread.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: 256, stackSizeMb: 4 },
      // Neither the process's secrets nor its flags.
      env: {},
      execArgv: [],
    });
    started.on('message', take);
    const broken = (error: Error) => {
      if (thread === started) stop(error);
    };
    started.on('error', broken);
    started.on('exit', () => broken(new Error('The thread that writes documents has ended')));
    started.unref();
    return started;
  }

  return {
    writePdf(document: PrintedDocument) {
      if (pending.size >= waiting) return Promise.reject(new AppError('UNAVAILABLE'));
      clearTimeout(ending);
      thread ??= start();
      const number = ++last;
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => stop(new Error('A document took too long')), milliseconds);
        pending.set(number, { resolve, reject, timer });
        thread?.postMessage({ number, document } satisfies Asked);
      });
    },
  };
}
