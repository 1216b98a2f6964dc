import { cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { createMysqlPool, rawPool } from '@forewarn/db';
import { migrate } from '@forewarn/db/migrate';
import { readConfig } from '../config.ts';
import { createDeps } from '../deps.ts';
import { createLog } from '../log.ts';
import type { LoadResult } from './client.ts';
import { benchDrain } from './drain.ts';
import { benchExport } from './export.ts';
import { fillMerchants } from './fill.ts';
import { benchList, benchStaffList, type ListFigures } from './list.ts';
import { benchMail } from './mail.ts';
import { benchReceive } from './receive.ts';

/** `npm run bench [-- receive|drain|mail|list|export] [--rows 10m]`: figures and ratios of one run on one machine. It judges nothing. */
const { values, positionals: wanted } = parseArgs({
  allowPositionals: true,
  options: { rows: { type: 'string', default: '300k' } },
});
const [, digits = '300', unit = ''] = /^(\d+)([km]?)$/.exec(values.rows) ?? [];
const listed = Number(digits) * (unit === 'm' ? 1_000_000 : unit === 'k' ? 1000 : 1);
const runs = (part: string) => wanted.length === 0 || wanted.includes(part);
const config = readConfig();
const { pathname } = new URL(config.databaseUrl);
const server = rawPool(
  createMysqlPool(Object.assign(new URL(config.databaseUrl), { pathname: '' }).href, { connectionLimit: 1 }),
);
await server.query(`CREATE DATABASE IF NOT EXISTS ${pathname.slice(1)} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
await server.end();
const deps = createDeps(config, createLog(config, 'bench'));
await migrate(deps.core.db, 'up');
await fillMerchants(deps.core);

const round = (value: number, digits = 1) => Number(value.toFixed(digits));
const row = (figures: LoadResult) => ({
  'per second': Math.round(figures.perSecond),
  'p50 ms': round(figures.p50),
  'p99 ms': round(figures.p99),
  ok: figures.ok,
  failed: figures.failed,
});
console.log(
  `${cpus().length} × ${cpus()[0]?.model}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}; load generator, database and servers share the machine`,
);

if (runs('receive')) {
  for (const [connections, burst, rounds] of [
    [100, 10_000, 7],
    [1, 400, 25],
  ] as const) {
    const { a, b, c } = await benchReceive(connections, burst, rounds);
    console.log(
      `\nReceiving, ${connections} connection(s): a no database, b one INSERT a request, c the product (medians of ${rounds} rounds in turn)`,
    );
    console.table({ a: row(a), b: row(b), c: row(c) });
    console.log(
      `c/a ${round(c.perSecond / a.perSecond, 2)} · c/b ${round(c.perSecond / b.perSecond, 2)} · p99 c/b ${round(c.p99 / b.p99, 2)}`,
    );
  }
}
// What receiving has left behind would be worked off first.
await deps.core.db.deleteFrom('providerDeliveries').where('status', '=', 0).execute();
if (runs('mail')) {
  console.log('\nAlert received → mail handed to the SMTP server, seconds');
  console.table([await benchMail(deps, 50, 20)]);
}
if (runs('drain')) {
  const drain = await benchDrain(deps, 20_000);
  console.log('\nDrain: a backlog of deliveries to matched alerts with their events, one worker, while receiving');
  console.table([{ ...drain, perSecond: Math.round(drain.perSecond), receivingP99: round(drain.receivingP99) }]);
}
if (runs('list')) {
  console.log(`\nLists over HTTP, ${listed} alerts, a tenth of them one merchant’s, ms`);
  const shown = (figures: ListFigures[]) =>
    console.table(
      figures.map(({ name, p50, p95, order }) => ({
        name,
        p50: round(p50),
        'p95 of the slowest order': round(p95),
        order,
      })),
    );
  shown(await benchList(deps, listed, 40));
  console.log('\nThe same over everyone’s alerts, and the work queue: staff, without HTTP, ms');
  shown(await benchStaffList(deps, 40));
}
if (runs('export')) {
  console.log(
    '\nExports of one merchant’s alerts: made by a worker and fetched, each size in a process of its own; memory in MB',
  );
  const figures = await benchExport(deps, [20_000, 200_000]);
  console.table(
    figures.map(({ format, rows, fileSize, making, fetching }) => ({
      format,
      rows,
      'rows per second': Math.round(rows / making.seconds),
      'file MB': round(fileSize / 2 ** 20),
      'making: more memory': round(making.grown),
      'fetching: MB per second': round(fileSize / 2 ** 20 / fetching.seconds),
      'fetching: more memory': round(fetching.grown),
    })),
  );
  for (const format of ['csv', 'xlsx']) {
    const [small, large] = figures.filter((one) => one.format === format);
    if (small && large)
      console.log(
        `${format}: ten times the rows: making ${round(large.making.grown / small.making.grown, 2)} × the memory; fetching grows by ${round(large.fetching.grown / (large.fileSize / 2 ** 20), 2)} × the file; rows per second ${round(large.rows / large.making.seconds / (small.rows / small.making.seconds), 2)} ×`,
      );
  }
}
await deps.close();
process.exit(0);
