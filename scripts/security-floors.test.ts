import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

interface LockedPackage {
  version?: string;
  resolved?: string;
  hasInstallScript?: boolean;
  license?: string;
  integrity?: string;
  dev?: boolean;
  optional?: boolean;
  link?: boolean;
}

const lock = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8')) as {
  packages: Record<string, LockedPackage>;
};
const installed = Object.entries(lock.packages)
  .filter(([path, locked]) => path.includes('node_modules/') && !locked.link)
  .map(([path, locked]) => ({
    name: path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
    ...locked,
  }));

/** The lowest version without a known hole that concerns us, and which hole it is. `npm audit` may be unavailable, this isn't. */
const FLOORS: Record<string, [floor: string, why: string]> = {
  hono: ['4.12.21', 'JWT confusion, body limit bypass, cookie injection'],
  '@trpc/server': ['11.8.0', 'CVE-2025-68130'],
  kysely: ['0.28.17', 'SQL injection through JSON paths: CVE-2026-32763, CVE-2026-44635'],
  mysql2: ['3.23.0', 'object parameter injection, JSON parsing on MariaDB'],
  bullmq: ['6.7.0', 'wedges after an outage of Redis: bullmq#4585'],
  nodemailer: ['10.0.0', 'CVE-2025-14874, GHSA-vvjj-xcjg-gr5g, GHSA-268h'],
  '@e965/xlsx': ['0.20.2', 'CVE-2023-30533, CVE-2024-22363'],
};

/** Never, at any version: frozen, abandoned or with a better replacement here. */
const AVOIDED = ['xlsx', 'exceljs', 'handlebars', 'jsonwebtoken', 'request'];

/** Packages that ask to run code when they are installed; ours runs none (.npmrc), and a new one has to be looked at. */
// @scarf/scarf is swagger-ui-dist's telemetry: never run here, never bundled.
const WITH_INSTALL_SCRIPT = [
  '@scarf/scarf',
  'electron',
  'electron-winstaller',
  'fsevents',
  'msgpackr-extract',
  'protobufjs',
  'esbuild',
  '@parcel/watcher',
];

function numbers(version: string): number[] {
  return (version.split('-')[0] ?? '').split('.').map(Number);
}

function below(version: string, floor: string): boolean {
  const [a, b] = [numbers(version), numbers(floor)];
  for (let i = 0; i < 3; i++) if ((a[i] ?? 0) !== (b[i] ?? 0)) return (a[i] ?? 0) < (b[i] ?? 0);
  return false;
}

it('A-326 no dependency is below its security floor', () => {
  const low = installed.filter(({ name, version = '0' }) => FLOORS[name] && below(version, FLOORS[name][0]));
  expect(low.map(({ name, version }) => `${name}@${version}: needs ${FLOORS[name]?.join(', ')}`)).toEqual([]);
});

it('the floors speak of packages that are here', () => {
  const names = new Set(installed.map(({ name }) => name));
  expect(Object.keys(FLOORS).filter((name) => !names.has(name) && name !== '@e965/xlsx')).toEqual([]);
});

it('no package we avoid has come in', () => {
  expect(installed.filter(({ name }) => AVOIDED.includes(name)).map(({ name }) => name)).toEqual([]);
});

it('no unknown package wants to run a script when it is installed', () => {
  const wanting = installed.filter(
    ({ name, hasInstallScript }) => hasInstallScript && !WITH_INSTALL_SCRIPT.includes(name),
  );
  expect(wanting.map(({ name, version }) => `${name}@${version}`)).toEqual([]);
});

it('no script of a package runs when it is installed: all are off, and ours ask for none', () => {
  const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
  expect(read('../.npmrc')).toMatch(/^ignore-scripts ?= ?true$/m);
  const own = Object.entries(lock.packages)
    .filter(([path]) => !path.includes('node_modules/'))
    .map(([path]) => JSON.parse(read(`../${path}${path === '' ? '' : '/'}package.json`)) as { scripts?: object });
  const asked = own
    .flatMap(({ scripts = {} }) => Object.keys(scripts))
    .filter((name) => /^(pre|post)?install$|^prepare$/.test(name));
  expect(asked).toEqual([]);
});

/** Licences that ask nothing of a product that isn't published; another one has to be read first. */
const LICENCES = [
  'MIT',
  'MIT-0',
  // A font: free to embed and to ship as it is.
  'OFL-1.1',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'CC-BY-4.0',
  'Python-2.0',
  'Unlicense',
  'WTFPL',
];

/**
 * MPL-2.0 binds changes of their own files; we change none and ship none of them: they build and test. The others have MIT in their files and
 * not in `license`; all but png-js come with the S3 server of the tests.
 */
const READ = /^(lightningcss(-.+)?|axe-core|@axe-core\/playwright|png-js|busboy|streamsearch|humanize-number)$/;

/** `MIT OR Apache-2.0`: one of them will do; `AND`: all have to. */
function isAllowed(licence: string): boolean {
  const bare = licence.replace(/[()]/g, '');
  return bare.split(' OR ').some((choice) => choice.split(' AND ').every((one) => LICENCES.includes(one.trim())));
}

it('every package has a licence we may use', () => {
  const foreign = installed.filter(({ name, license }) => !READ.test(name) && !(license && isAllowed(license)));
  expect(foreign.map(({ name, license }) => `${name}: ${license}`)).toEqual([]);
});

it('every package is pinned by its hash', () => {
  expect(installed.filter(({ integrity }) => !integrity?.startsWith('sha512-')).map(({ name }) => name)).toEqual([]);
});

it('everything comes from the npm registry', () => {
  const foreign = installed.filter(
    ({ resolved }) => resolved !== undefined && !resolved.startsWith('https://registry.npmjs.org/'),
  );
  expect(foreign.map(({ name, resolved }) => `${name}: ${resolved}`)).toEqual([]);
});

it('tRPC is one version throughout', () => {
  const versions = new Set(installed.filter(({ name }) => name.startsWith('@trpc/')).map(({ version }) => version));
  expect([...versions]).toHaveLength(1);
});
