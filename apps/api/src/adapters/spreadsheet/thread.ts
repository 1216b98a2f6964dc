import { parentPort, workerData } from 'node:worker_threads';
import type { SheetLimits } from '@forewarn/core/ports/spreadsheets';
import { readTable } from './read-table.ts';

/** The worker thread: reads the one file it was started for, and ends. */
const { bytes, limits }: { bytes: Uint8Array; limits: SheetLimits } = workerData;
parentPort?.postMessage(readTable(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), limits));
