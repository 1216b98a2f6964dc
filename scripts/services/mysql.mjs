import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../failure.mjs';
import { ensureDir, logDir, shown, socketPath } from '../paths.mjs';
import { supervise } from '../run/supervise.mjs';
import { runTask } from '../run/task.mjs';
import { waitFor } from '../run/wait.mjs';
import { initStatements, serverConfig } from './mysql-config.mjs';
import { greets } from './probes.mjs';

export const DATABASE = 'forewarn';
/** What mysqld and mariadbd write when the port has been taken between our choice and their start. */
const PORT_TAKEN = /address already in use/i;

/**
 * Prepares (once) and starts a private server whose data live in `home/mysql`, or in `dataParent` if given.
 * @param run      from openRun
 * @param program  from requirePrograms, or a chrooted one (see mysql-chroot.mjs) with `wrap` and `inside`
 * @returns {{ url, rootUrl, port, pid, command, args, log }} `url` for the application, `rootUrl` without database
 */
export async function startMysql(
  run,
  { home, program, ports, secrets, dataParent, onPid, supervised = true, large = false },
) {
  const dir = ensureDir(dataParent ?? join(home, 'mysql'), 0o700);
  const log = join(logDir(home), 'mysql.log');
  const user = process.getuid?.() === 0 ? 'root' : undefined;
  const inside = program.inside ?? ((path) => path);
  const wrap = program.wrap ?? ((command, args) => ({ command, args }));
  const paths = {
    data: inside(join(dir, 'data')),
    tmp: inside(ensureDir(join(dir, 'tmp'), 0o700)),
    socket: program.inside ? inside(join(dir, 'my.sock')) : socketPath(dir, 'my.sock'),
    pidFile: inside(join(dir, 'mysqld.pid')),
    initFile: inside(join(dir, 'init.sql')),
  };
  await createData({ run, dir, program, user, inside, wrap, log });
  writeFileSync(
    join(dir, 'init.sql'),
    initStatements({ rootPassword: secrets.mysqlRoot, appPassword: secrets.mysqlApp, database: DATABASE }),
    { mode: 0o600 },
  );

  let taken;
  for (let attempt = 1; ; attempt += 1) {
    const port = await ports.pick('mysql', { except: taken });
    writeFileSync(join(dir, 'my.cnf'), serverConfig({ flavour: program.flavour, port, user, paths, large }));
    const { command, args } = wrap(program.server, [`--defaults-file=${inside(join(dir, 'my.cnf'))}`]);
    const spec = { name: 'mysql', command, args, log, graceMs: 4000, tier: 3, insist: true };
    const server = { port, command, args, log };
    spec.ready = (child) => waitFor(child, () => greets(port), { log, timeoutMs: 90_000 });
    try {
      await supervise(run, { ...spec, keep: supervised }, (pid) => {
        server.pid = pid;
        onPid?.(pid);
      });
      return Object.assign(server, {
        url: `mysql://${DATABASE}:${secrets.mysqlApp}@127.0.0.1:${port}/${DATABASE}`,
        rootUrl: `mysql://root:${secrets.mysqlRoot}@127.0.0.1:${port}/`,
      });
    } catch (error) {
      if (attempt === 3 || !PORT_TAKEN.test(error.hint ?? '')) throw error;
      taken = port;
    }
  }
}

/** Fills an empty data directory; made aside and renamed, so that an interrupted first start leaves none half-made. */
async function createData({ run, dir, program, user, inside, wrap, log }) {
  const data = join(dir, 'data');
  const flavourFile = join(dir, 'flavour');
  if (existsSync(data)) {
    const made = existsSync(flavourFile) ? readFileSync(flavourFile, 'utf8') : program.flavour;
    if (made === program.flavour) return;
    throw new Failure(
      `the data in ${shown(dir)} were made by ${made}, but the server found now is ${program.flavour}`,
      {
        hint: `Put ${made} back, or empty the local data with \`npm run reset\`.`,
      },
    );
  }
  const fresh = `${data}.new`;
  rmSync(fresh, { recursive: true, force: true });
  const asUser = user ? [`--user=${user}`] : [];
  const spec =
    program.flavour === 'mariadb'
      ? wrap(program.installer, [
          '--no-defaults',
          `--datadir=${inside(fresh)}`,
          `--tmpdir=${inside(join(dir, 'tmp'))}`,
          '--auth-root-authentication-method=normal',
          '--skip-test-db',
          '--skip-name-resolve',
          ...asUser,
        ])
      : wrap(program.server, [
          '--no-defaults',
          '--initialize-insecure',
          `--datadir=${inside(fresh)}`,
          `--tmpdir=${inside(join(dir, 'tmp'))}`,
          ...asUser,
        ]);
  await runTask(run, { name: 'mysql data', log, tier: 3, ...spec }, 'creating the database files');
  writeFileSync(flavourFile, program.flavour);
  renameSync(fresh, data);
}
