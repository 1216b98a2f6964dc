import { downloadExport, listExports, runExports, startExport } from '@forewarn/core/alert-exports';
import type { ExportFormat } from '@forewarn/core/alert-exports/model';
import type { Caller } from '@forewarn/core/kernel/context';
import { execute } from '@forewarn/core/kernel/execute';
import { buildMerchant } from '@forewarn/core/testing';
import { readConfig } from '../config.ts';
import { createDeps, type Deps } from '../deps.ts';
import { createLog } from '../log.ts';
import { fillAlerts } from './fill.ts';
import { startProcess } from './process.ts';

interface Stage {
  seconds: number;
  /** The most memory it ever held beyond what it held before, in MB. */
  grown: number;
}
export interface ExportFigures {
  format: ExportFormat;
  rows: number;
  /** In bytes. */
  fileSize: number;
  making: Stage;
  fetching: Stage;
}

/** For each format and size a process that makes such an export and fetches it, after a small one that warmed it up. */
export async function benchExport(deps: Deps, sizes: readonly number[]): Promise<ExportFigures[]> {
  const WARM = 2000;
  const figures: ExportFigures[] = [];
  const callers = new Map<number, string>();
  for (const rows of [WARM, ...sizes]) {
    const { id, actor } = await buildMerchant(deps.core.db);
    await fillAlerts(deps.core, id, rows, 0);
    callers.set(rows, JSON.stringify(actor));
  }
  for (const format of ['csv', 'xlsx'] as const) {
    for (const rows of sizes) {
      const args = [format, callers.get(WARM) ?? '', callers.get(rows) ?? ''];
      const { child } = await startProcess('./export.ts', args);
      const line = await new Promise((resolve, reject) => {
        child.stdout?.once('data', resolve);
        child.once('exit', (code) => reject(new Error(`The export’s process ended with ${code}`)));
      });
      figures.push(JSON.parse(String(line)));
      child.kill();
    }
  }
  return figures;
}

/** What `work` takes, and what it grows this process by. Sampled besides being asked for at the end: the system's own peak is one for ever. */
async function measure(work: () => Promise<unknown>): Promise<Stage> {
  globalThis.gc?.();
  const before = process.memoryUsage.rss();
  let most = before;
  const timer = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss());
  }, 5);
  const started = performance.now();
  await work();
  clearInterval(timer);
  most = Math.max(most, process.memoryUsage.rss());
  return { seconds: (performance.now() - started) / 1000, grown: (most - before) / 2 ** 20 };
}

/** The process of one size: `export.ts <format> <who warms up> <who exports>`, actors as JSON. */
async function run(format: ExportFormat, actors: readonly string[]): Promise<ExportFigures | undefined> {
  const config = readConfig();
  const { core } = createDeps(config, createLog(config, 'bench-export'));
  let figures: ExportFigures | undefined;
  for (const actor of actors) {
    const caller: Caller = { actor: JSON.parse(actor), requestId: 'bench', ip: '', userAgent: '', locale: 'en' };
    const { id } = await execute(core, caller, startExport, { format });
    const making = await measure(async () => {
      while ((await runExports(core)) > 0);
    });
    const job = (await execute(core, caller, listExports, {})).records.find((one) => one.id === id);
    if (job?.status !== 'DONE') throw new Error(`The export is ${job?.status}`);
    let fileSize = 0;
    const fetching = await measure(async () => {
      const { chunks } = await execute(core, caller, downloadExport, { id });
      for await (const chunk of chunks) fileSize += chunk.length;
    });
    figures = { format, rows: job.doneRows, fileSize, making, fetching };
  }
  return figures;
}

if (import.meta.main) {
  const [format, ...actors] = process.argv.slice(2);
  console.log(JSON.stringify({ ready: true }));
  console.log(JSON.stringify(await run(format === 'csv' ? 'csv' : 'xlsx', actors)));
}
