import { Worker } from 'node:worker_threads';
import type { SheetLimits, SheetReading, Spreadsheets } from '@forewarn/core/ports/spreadsheets';
import { LIMITS } from './limits.ts';

const refused = (reason: Extract<SheetReading, { kind: 'refused' }>['reason']): SheetReading => ({
  kind: 'refused',
  reason,
});

export interface ReaderSettings {
  milliseconds?: number;
  heapMb?: number;
  waiting?: number;
}

/**
 * Reads strangers' files in a thread of their own with an end to its time and memory, one at a time; whoever comes when the queue is full
 * is told so at once. A thread that is stopped takes nothing of the process along.
 */
export function createReader(settings: ReaderSettings = {}): Spreadsheets['read'] {
  const { milliseconds, heapMb, waiting } = { ...LIMITS, ...settings };
  let last: Promise<unknown> = Promise.resolve();
  let present = 0;
  return async (bytes, limits) => {
    if (present > waiting) return refused('BUSY');
    present += 1;
    const turn = last.then(() => readInThread(bytes, limits, milliseconds, heapMb));
    last = turn;
    try {
      return await turn;
    } finally {
      present -= 1;
    }
  };
}

function readInThread(bytes: Uint8Array, limits: SheetLimits, milliseconds: number, heapMb: number) {
  return new Promise<SheetReading>((resolve) => {
    const thread = new Worker(new URL('./thread.ts', import.meta.url), {
      workerData: { bytes, limits },
      resourceLimits: { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
      // Neither the process's secrets nor its flags; what the library may say on its way is nobody's business.
      env: {},
      execArgv: [],
      stdout: true,
      stderr: true,
    });
    const done = (reading: SheetReading) => {
      clearTimeout(timer);
      void thread.terminate();
      resolve(reading);
    };
    const timer = setTimeout(() => done(refused('TOO_HEAVY')), milliseconds);
    thread.once('message', done);
    // Out of memory, or what nobody has thought of: the file is to blame either way.
    thread.once('error', () => done(refused('TOO_HEAVY')));
    thread.once('exit', () => done(refused('DAMAGED')));
  });
}
