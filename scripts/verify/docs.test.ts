import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkDocs } from './docs.mjs';
import { checkSizes } from './sizes.mjs';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'forewarn-docs-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function repository(pages: Record<string, string>) {
  for (const [path, text] of Object.entries(pages)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return Object.keys(pages);
}

test('good links pass: files, headings in both languages, images, the web', () => {
  const files = repository({
    'docs/a.md':
      '# 术语 Glossary\n\n[b](b.md#how-to-run-it) [self](#术语-glossary) ![x](img/x.png) [web](https://example.com/none)\n',
    'docs/b.md':
      '# B\n\n## How to run it?\n\n[up](../docs/a.md) `[not a link](none.md)`\n\n```sh\n[nor this](none.md)\n```\n',
    'docs/img/x.png': '',
  });
  expect(checkDocs(root, files)).toEqual([]);
});

test('links to nowhere are found, with their line', () => {
  const files = repository({ 'docs/a.md': '# A\n\n[b](b.md)\n[c](#c)\n<img src="x.png">\n[r]\n\n[r]: ../../out.md\n' });
  expect(checkDocs(root, files)).toEqual([
    'docs/a.md:3: link to nowhere: b.md',
    'docs/a.md:4: no such heading: #c',
    'docs/a.md:5: link to nowhere: x.png',
    'docs/a.md:8: link leaves the repository: ../../out.md',
  ]);
});

test('a path of one machine is found, in code blocks too; paths of a server are not', () => {
  const files = repository({
    'a.md': 'See /etc/nginx and https://x.test/work/y and `/tmp/x`.\n\n```\ncd /work/main\nls /home/ada/x\n```\n',
  });
  expect(checkDocs(root, files)).toEqual([
    'a.md:4: path of a single machine: /work',
    'a.md:5: path of a single machine: /home/ada',
  ]);
});

test('the two READMEs must have the same headings', () => {
  const files = repository({ 'README.md': '# A\n\n## B\n', 'README.zh-CN.md': '# 甲\n' });
  expect(checkDocs(root, files)).toEqual(['README.zh-CN.md: its headings (levels 1) differ from README.md (1 2)']);
  rmSync(join(root, 'README.zh-CN.md'));
  expect(checkDocs(root, ['README.md'])).toEqual(['README.zh-CN.md: missing']);
});

test('a source file above 400 lines is refused, a generated one and a migration are not', () => {
  const long = 'x\n'.repeat(401);
  const files = repository({
    'a.ts': long,
    'b.ts': 'x\n'.repeat(400),
    'schema.gen.ts': long,
    'db/migrations/1.ts': long,
    'c.md': long,
  });
  expect(checkSizes(root, files).problems).toEqual(['a.ts: 401 lines, 400 are the limit: split it']);
});
