import { execFileSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { Failure } from '../failure.mjs';
import { say } from '../say.mjs';
import { aptInstall, canUseApt } from './apt.mjs';

const USUAL_PLACES = [
  '/usr/local/sbin',
  '/usr/local/bin',
  '/usr/sbin',
  '/usr/bin',
  '/usr/libexec',
  '/opt/homebrew/bin',
  '/opt/homebrew/opt/mariadb/bin',
  '/opt/homebrew/opt/mysql/bin',
  '/usr/local/opt/mariadb/bin',
  '/usr/local/opt/mysql/bin',
  '/usr/local/mysql/bin',
  '/opt/local/bin',
];

const MAC_BROWSERS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** What we need from the system. `apt`: alternatives in order of preference; `instead`: how to do without it. */
const PROGRAMS = {
  database: {
    title: 'MariaDB (or MySQL) server',
    find: findDatabase,
    apt: [['mariadb-server-core', 'mariadb-client-core'], ['mariadb-server']],
    brew: 'mariadb',
    instead: 'or set DATABASE_URL=mysql://user:password@host:3306/database',
  },
  redis: {
    title: 'Redis server',
    find: () => findProgram('redis-server', 'valkey-server'),
    apt: [['redis-server']],
    brew: 'redis',
    instead: 'or set REDIS_URL=redis://:password@host:6379',
  },
  poppler: {
    title: 'pdftotext and pdfinfo (for the tests of PDFs)',
    find: () => findProgram('pdftotext'),
    apt: [['poppler-utils']],
    brew: 'poppler',
    instead: 'or put poppler’s programs on the PATH',
  },
  chromium: {
    title: 'Chromium (for the browser tests)',
    find: () =>
      process.env.CHROMIUM ||
      findProgram('chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable') ||
      MAC_BROWSERS.find(isExecutable),
    apt: [['chromium', 'fonts-noto-cjk']],
    brew: '--cask chromium',
    instead: 'or set CHROMIUM=/path/to/chromium',
  },
};

/** First of the names found on the PATH or in the usual places. */
export function findProgram(...names) {
  const dirs = [...(process.env.PATH ?? '').split(delimiter).filter(Boolean), ...USUAL_PLACES];
  for (const name of names) {
    for (const dir of dirs) {
      if (isExecutable(join(dir, name))) return join(dir, name);
    }
  }
  return undefined;
}

/**
 * Finds the programs, installs the missing ones by apt where that is possible, and otherwise stops with the exact
 * commands to type. Returns `{ [key]: what its find gave }`.
 * @param keys  of PROGRAMS
 */
export async function requirePrograms(keys, log) {
  const missing = keys.filter((key) => !PROGRAMS[key].find());
  if (missing.length > 0) {
    if (!canUseApt()) throw missingPrograms(missing);
    say(`Installing by apt (once): ${missing.map((key) => PROGRAMS[key].title).join(', ')} …`);
    for (const key of missing) await aptInstall(PROGRAMS[key].apt, log);
    const still = missing.filter((key) => !PROGRAMS[key].find());
    if (still.length > 0) throw missingPrograms(still);
  }
  return Object.fromEntries(keys.map((key) => [key, PROGRAMS[key].find()]));
}

function missingPrograms(keys) {
  const parts = keys.map((key) => PROGRAMS[key]);
  const command =
    process.platform === 'darwin'
      ? parts.map(({ brew }) => `brew install ${brew}`).join('\n')
      : `sudo apt-get install --no-install-recommends ${parts.flatMap(({ apt }) => apt[0]).join(' ')}`;
  const why =
    process.platform === 'darwin' ? '' : canUseApt() ? '' : ' and can only be installed for you by apt as root';
  return new Failure(`not found: ${parts.map(({ title }) => title).join(', ')}${why}`, {
    hint: [command, ...parts.map(({ instead }) => instead), 'Then run the same command again.'].join('\n'),
    exitCode: 69,
  });
}

function findDatabase() {
  const server = findProgram('mariadbd', 'mysqld');
  if (!server) return undefined;
  const version = execFileSync(server, ['--no-defaults', '--version'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  }).trim();
  const flavour = /mariadb/i.test(version) ? 'mariadb' : 'mysql';
  const installer = flavour === 'mariadb' ? findProgram('mariadb-install-db', 'mysql_install_db') : undefined;
  if (flavour === 'mariadb' && !installer) return undefined;
  return { server, flavour, version: version.replace(/^.*Ver\s+/, ''), installer };
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
