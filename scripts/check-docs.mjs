/** Links, headings and machine paths of the Markdown files; see verify/docs.mjs. */
import { root } from './paths.mjs';
import { say, warn } from './say.mjs';
import { checkDocs } from './verify/docs.mjs';
import { repositoryFiles } from './verify/files.mjs';

const files = repositoryFiles();
const problems = checkDocs(root, files);
for (const problem of problems) warn(problem);
say(`${files.filter((file) => file.endsWith('.md')).length} pages, ${problems.length} problems`);
process.exitCode = problems.length > 0 ? 1 : 0;
