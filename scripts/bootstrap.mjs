/** Second half of run.sh, already under a recent Node: packages first, then scripts/<command>.mjs. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { installDependencies } from './dependencies.mjs';
import { report } from './failure.mjs';
import { root } from './paths.mjs';

const WITHOUT_PACKAGES = new Set(['reset']);

const [command = '', ...args] = process.argv.slice(2);
const script = fileURLToPath(new URL(`./${command}.mjs`, import.meta.url));
if (!/^[a-z-]+$/.test(command) || !existsSync(script)) {
  process.stderr.write(`forewarn: there is no command "${command}" (no scripts/${command}.mjs)\n`);
  process.exit(64);
}
process.chdir(root);
process.argv = [process.argv[0], script, ...args];
try {
  if (!WITHOUT_PACKAGES.has(command)) await installDependencies();
  await import(script);
} catch (error) {
  process.exit(report(error));
}
