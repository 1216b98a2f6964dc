import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attachmentPaths } from './attachments.ts';

describe('C-150 C-259 attachments', () => {
  let folder: string;
  let root: { path: string; limit: number };
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'forewarn-attachments-'));
    root = { path: join(folder, 'files'), limit: 100 };
    mkdirSync(join(root.path, 'folder'), { recursive: true });
    writeFileSync(join(root.path, 'export-7.csv'), 'x'.repeat(60));
    writeFileSync(join(root.path, 'export-8.csv'), 'x'.repeat(60));
    writeFileSync(join(folder, 'secret.txt'), 'secret');
    symlinkSync(join(folder, 'secret.txt'), join(root.path, 'link.txt'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  const paths = (...ids: string[]) =>
    attachmentPaths(
      ids.map((fileId) => ({ fileId, fileName: '导出.csv' })),
      root,
    );

  it('an internal id becomes a path below the root', async () => {
    expect(await paths('export-7.csv')).toEqual([
      { file_name: '导出.csv', file_path: join(root.path, 'export-7.csv') },
    ]);
  });

  it.each(['../secret.txt', '..', '/etc/passwd', 'a/../../secret.txt', '..\\secret.txt', '', '.', 'a\0b', '%2e%2e'])(
    'refuses %j',
    async (id) => {
      await expect(paths(id)).rejects.toThrow('not the id of a file');
    },
  );

  it.each(['link.txt', 'folder', 'gone.csv'])('refuses %s: a link, a folder, nothing', async (id) => {
    await expect(paths(id)).rejects.toThrow('there is no such file');
  });

  it('all together stay below the limit', async () => {
    await expect(paths('export-7.csv', 'export-8.csv')).rejects.toThrow('too large');
  });

  it('the name a reader sees holds no path', async () => {
    const [one] = await attachmentPaths([{ fileId: 'export-7.csv', fileName: '../../a\r\nb/c.csv' }], root);
    expect(one?.file_name).toBe('abc.csv');
  });
});
