import { execFileSync } from 'node:child_process';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../failure.mjs';
import { ensureDir, local, logDir } from '../paths.mjs';
import { runTask } from '../run/task.mjs';
import { say } from '../say.mjs';
import { aptInstall, canUseApt } from './apt.mjs';
import { requireFreeSpace } from './disk.mjs';
import { findProgram } from './programs.mjs';

const SERVER = '/usr/sbin/mysqld';

/**
 * Oracle's MySQL on a Debian that ships only MariaDB: Debian unstable has it, so a minimal unstable system goes into
 * `.local/mysql97` (once, about 600 MB) and its mysqld runs by chroot, with its data inside. Root only.
 * @returns {{ program, dataParent }} for startMysql
 */
export async function mysqlFromDebianUnstable(run, home) {
  const dir = join(local, 'mysql97');
  const log = join(logDir(home), 'debootstrap.log');
  if (!existsSync(join(dir, SERVER))) await bootstrap(run, dir, log);
  const version = execFileSync('chroot', [dir, SERVER, '--no-defaults', '--version'], { encoding: 'utf8' }).trim();
  const program = {
    server: SERVER,
    flavour: 'mysql',
    version: version.replace(/^.*Ver\s+/, ''),
    inside: (path) => path.slice(dir.length),
    wrap: (command, args) => ({ command: 'chroot', args: [dir, command, ...args] }),
  };
  return { program, dataParent: join(dir, 'var', 'lib', 'forewarn') };
}

async function bootstrap(run, dir, log) {
  if (!canUseApt()) {
    throw new Failure('MySQL can be fetched for the tests only by root on a Debian system', {
      hint: 'Run as root (a container will do), or put an Oracle mysqld on the PATH and run `npm test`.',
      exitCode: 69,
    });
  }
  requireFreeSpace(ensureDir(local), 2000);
  if (!findProgram('debootstrap')) await aptInstall([['debootstrap']], log);
  say('Fetching MySQL from Debian unstable into .local/mysql97 (once), about a minute …');
  const fresh = `${dir}.new`;
  rmSync(fresh, { recursive: true, force: true });
  const mirror = process.env.DEBIAN_MIRROR || 'http://deb.debian.org/debian';
  const args = ['--variant=minbase', '--include=mysql-server-core', 'sid', fresh, mirror];
  await runTask(run, { name: 'debootstrap', command: 'debootstrap', args, log }, 'fetching MySQL by debootstrap');
  renameSync(fresh, dir);
}
