/**
 * npm run verify: everything that needs no database, side by side, in under a minute. One line per part; the output of
 * a part that fails follows in full.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from './paths.mjs';
import { tail } from './run/child.mjs';
import { green, padTo, red, say, width } from './say.mjs';
import { turboEnvironment } from './start/build.mjs';

const bin = (name) => join(root, 'node_modules', '.bin', name);
const script = (name) => [process.execPath, join(root, 'scripts', name)];

const PARTS = [
  ['格式与规则 format and lint', [bin('biome'), 'check', '--error-on-warnings', '--colors=off']],
  [
    '类型 types',
    [
      bin('turbo'),
      'run',
      'types',
      '--output-logs=errors-only',
      '--ui=stream',
      '--log-prefix=none',
      '--log-order=grouped',
      '--continue',
    ],
  ],
  ['导入边界 import boundaries', script('check-boundaries.mjs')],
  ['文档 docs', script('check-docs.mjs')],
  ['文件大小 file sizes', script('check-sizes.mjs')],
];

function runPart([name, [command, ...args]]) {
  const begin = performance.now();
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...turboEnvironment() },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    const done = (ok) =>
      resolve({ name, ok, output: output.trim(), seconds: ((performance.now() - begin) / 1000).toFixed(1) });
    child.once('error', (error) => {
      output += error.message;
      done(false);
    });
    child.once('close', (code) => done(code === 0));
  });
}

const column = Math.max(...PARTS.map(([name]) => width(name))) + 2;
const results = await Promise.all(
  PARTS.map(async (part) => {
    const result = await runPart(part);
    const last = result.output.split('\n').at(-1) ?? '';
    const note = result.ok && part[1][0] === process.execPath ? `  ${last}` : '';
    say(`${result.ok ? green('✓') : red('✗')} ${padTo(result.name, column)}${result.seconds.padStart(5)} s${note}`);
    return result;
  }),
);
for (const { name, output } of results.filter(({ ok }) => !ok))
  say(`\n${red('✗')} ${name}\n${tail(output, 300).replace(/^/gm, '  ')}`);
const failed = results.filter(({ ok }) => !ok).length;
say(failed === 0 ? '\nverify: all good' : `\nverify: ${failed} of ${results.length} parts failed`);
process.exitCode = failed === 0 ? 0 : 1;
