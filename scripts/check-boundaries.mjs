/**
 * Do the import rules really bite? The imports of the table are written into files of those names in a directory aside
 * and linted with our biome.json: Biome must refuse each forbidden one and must pass each allowed one.
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { root } from './paths.mjs';
import { say, warn } from './say.mjs';
import { ALLOWED, FORBIDDEN } from './verify/boundaries.mjs';

const dir = realpathSync(mkdtempSync(join(tmpdir(), 'forewarn-boundaries-')));
try {
  const files = Map.groupBy([...FORBIDDEN, ...ALLOWED], ([file]) => file);
  for (const [file, pairs] of files) {
    mkdirSync(dirname(join(dir, file)), { recursive: true });
    writeFileSync(
      join(dir, file),
      pairs.map(([, source], index) => `export { x${index} } from '${source}';\n`).join(''),
    );
  }
  const refused = refusedLines();
  const isRefused = ([file, source]) =>
    refused.has(`${file}:${files.get(file).findIndex((pair) => pair[1] === source) + 1}`);
  const problems = [
    ...FORBIDDEN.filter((pair) => !isRefused(pair)).map(
      ([file, source]) => `${file} may import '${source}', but must not`,
    ),
    ...ALLOWED.filter(isRefused).map(([file, source]) => `${file} may not import '${source}', but should`),
  ];
  for (const problem of problems) warn(problem);
  say(`${FORBIDDEN.length} forbidden and ${ALLOWED.length} allowed imports tried, ${problems.length} wrong`);
  process.exitCode = problems.length > 0 ? 1 : 0;
} finally {
  rmSync(dir, { recursive: true, force: true });
}

/** `file:line` of everything that Biome's import rule refuses. */
function refusedLines() {
  copyFileSync(join(root, 'biome.json'), join(dir, 'biome.json'));
  const args = ['lint', '--vcs-enabled=false', '--reporter=github', '--max-diagnostics=none', '--colors=off', '.'];
  const { status, stdout, stderr } = spawnSync(join(root, 'node_modules', '.bin', 'biome'), args, {
    cwd: dir,
    encoding: 'utf8',
  });
  if (status !== 0 && !/^::/m.test(stdout)) throw new Error(`biome could not lint:\n${stdout}${stderr}`);
  const found = [...stdout.matchAll(/^::\w+ title=lint\/style\/noRestrictedImports,file=([^,]+),line=(\d+)/gm)];
  return new Set(found.map(([, file, line]) => `${relative(dir, resolve(dir, file))}:${line}`));
}
