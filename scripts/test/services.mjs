import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureDir, idOf } from '../paths.mjs';
import { freeMib } from '../services/disk.mjs';
import { mysqlFromDebianUnstable } from '../services/mysql-chroot.mjs';
import { openPorts } from '../services/ports.mjs';
import { loadSecrets } from '../services/secrets.mjs';
import { startServices } from '../services/start-services.mjs';

/**
 * Fresh private services for one run of tests, with the same settings as for `npm start`, the data in RAM where there
 * is enough of it. Nothing restarts them: crash tests kill and start them themselves (services/control.mjs).
 * @param options  { home, browser: boolean, mysql: boolean (Oracle's MySQL instead of what the system has),
 *                   onDisk: boolean (a commit shall cost what it costs), large: boolean (millions of rows) }
 * @returns the environment for the tests, `{ env, title }`
 */
export async function startTestServices(run, { home, browser, mysql: oracle, onDisk = false, large = false }) {
  const chroot = oracle ? await mysqlFromDebianUnstable(run, home) : undefined;
  const dataParent = chroot?.dataParent ?? (onDisk ? join(home, 'mysql') : dataPlace(home));
  for (const old of [dataParent, join(home, 'mysql'), join(home, 'redis')])
    rmSync(old, { recursive: true, force: true });
  if (!dataParent.startsWith(home)) run.reaper.removeAtEnd(dataParent);

  const secrets = loadSecrets(home);
  const { mysql, redis, programs } = await startServices(run, {
    home,
    ports: openPorts(home),
    secrets,
    dataParent: ensureDir(dataParent, 0o700),
    database: chroot?.program,
    also: ['poppler', ...(browser ? ['chromium'] : [])],
    supervised: false,
    external: false,
    large,
  });
  const [mysqld, queue] = await Promise.all([mysql, redis]);
  const file = join(home, 'services.json');
  run.reaper.pidsIn(file);
  writeFileSync(`${file}.new`, JSON.stringify({ mysqld, redis: { ...queue, password: secrets.redis } }, null, 2), {
    mode: 0o600,
  });
  renameSync(`${file}.new`, file);
  return {
    title: (chroot?.program ?? programs.database).version,
    env: {
      TEST_DATABASE_URL: mysqld.rootUrl,
      TEST_REDIS_URL: queue.url,
      TEST_MYSQLD_PID: String(mysqld.pid),
      TEST_SERVICES_FILE: file,
      // Without a UTF-8 locale Chromium can't name a downloaded file in Chinese.
      LC_ALL: 'C.UTF-8',
      ...(programs.chromium ? { CHROMIUM: programs.chromium } : {}),
    },
  };
}

const dataPlace = (home) => (freeMib('/dev/shm') > 1024 ? `/dev/shm/forewarn-${idOf(home)}` : join(home, 'mysql'));
