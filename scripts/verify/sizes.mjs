import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const LIMIT = 400;
const isSource = (file) =>
  /\.(ts|tsx|mts|cts|js|mjs|cjs|jsx|css|sh)$/.test(file) && !/\.gen\.tsx?$|(^|\/)migrations\//.test(file);

/**
 * Lines per source file. Generated files and migrations (frozen in time) are left out.
 * @returns {{ problems: string[], files: number, median: number, p95: number }}
 */
export function checkSizes(root, files) {
  const sizes = files
    .filter(isSource)
    .map((file) => ({ file, lines: readFileSync(join(root, file), 'utf8').trimEnd().split('\n').length }))
    .sort((a, b) => a.lines - b.lines);
  const at = (share) => sizes[Math.min(sizes.length - 1, Math.floor(sizes.length * share))]?.lines ?? 0;
  const problems = sizes
    .filter(({ lines }) => lines > LIMIT)
    .map(({ file, lines }) => `${file}: ${lines} lines, ${LIMIT} are the limit: split it`);
  return { problems, files: sizes.length, median: at(0.5), p95: at(0.95) };
}
