/**
 * Do the import rules really bite? Each forbidden import of the table is linted as if it stood in the given file: Biome
 * must refuse it. Each allowed one must pass, or the rule forbids too much.
 */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { root } from './paths.mjs';
import { say, warn } from './say.mjs';
import { ALLOWED, FORBIDDEN } from './verify/boundaries.mjs';

const biome = join(root, 'node_modules', '.bin', 'biome');
const RULE = 'noRestrictedImports';

function lint(file, source) {
  return new Promise((resolve, reject) => {
    const child = execFile(
      biome,
      ['lint', `--stdin-file-path=${file}`, '--colors=off', '--max-diagnostics=50'],
      { cwd: root },
      (error, out, err) => {
        if (error && typeof error.code !== 'number') reject(error);
        else resolve(`${out}${err}`);
      },
    );
    child.stdin.end(`import { x } from '${source}';\nexport const y = x;\n`);
  });
}

const queue = [...FORBIDDEN.map((pair) => [...pair, true]), ...ALLOWED.map((pair) => [...pair, false])];
const problems = [];
async function worker() {
  for (let next = queue.shift(); next; next = queue.shift()) {
    const [file, source, forbidden] = next;
    const refused = (await lint(file, source)).includes(RULE);
    if (refused !== forbidden)
      problems.push(
        `${file} may ${forbidden ? '' : 'not '}import '${source}', but ${forbidden ? 'must not' : 'should be able to'}`,
      );
  }
}
await Promise.all([worker(), worker(), worker(), worker()]);
for (const problem of problems.sort()) warn(problem);
say(`${FORBIDDEN.length} forbidden and ${ALLOWED.length} allowed imports tried, ${problems.length} wrong`);
process.exitCode = problems.length > 0 ? 1 : 0;
