/** No source file above 400 lines; see verify/sizes.mjs. */
import { root } from './paths.mjs';
import { say, warn } from './say.mjs';
import { repositoryFiles } from './verify/files.mjs';
import { checkSizes } from './verify/sizes.mjs';

const { problems, files, median, p95 } = checkSizes(root, repositoryFiles());
for (const problem of problems) warn(problem);
say(`${files} files, median ${median} lines, 95 % up to ${p95}`);
process.exitCode = problems.length > 0 ? 1 : 0;
