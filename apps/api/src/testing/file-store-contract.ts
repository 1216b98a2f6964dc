import type { FileStore } from '@forewarn/core/ports/file-store';
import { expect, it } from 'vitest';

/** What every store of files must do; `open` gives the same store anew, as another process would have it. */
export function fileStoreContract(open: () => FileStore): void {
  const fresh = () => `evidence/ab/${crypto.randomUUID()}`;

  it('gives back what was put, from another process as well, until it is removed', async () => {
    const key = fresh();
    const bytes = Buffer.from([0, 1, 2, 255, 0x0d, 0x0a]);
    await open().put(key, bytes);
    expect(await open().get(key)).toEqual(bytes);
    await open().remove(key);
    await open().remove(key);
    expect(await open().get(key)).toBeUndefined();
    expect(await open().head(key, 4)).toBeUndefined();
  });

  it('replaces a file whole', async () => {
    const key = fresh();
    await open().put(key, Buffer.from('a long first version'));
    await open().put(key, Buffer.from('second'));
    expect((await open().get(key))?.toString()).toBe('second');
  });

  it('reads the first bytes alone, and no more than there are', async () => {
    const key = fresh();
    await open().put(key, Buffer.from('sealed bytes'));
    expect((await open().head(key, 6))?.toString()).toBe('sealed');
    expect((await open().head(key, 100))?.toString()).toBe('sealed bytes');
  });

  it('lists what lies in a folder and was written before a moment', async () => {
    const folder = `list/${crypto.randomUUID()}`;
    const keys = ['one', 'two', 'three'].map((name) => `${folder}/${name}`);
    for (const key of [...keys, `${folder}/deeper/four`, `${folder}-beside/five`])
      await open().put(key, Buffer.from('x'));
    const [later, earlier] = [60_000, -60_000].map((away) => new Date(Date.now() + away));
    if (!later || !earlier) return;
    expect((await open().list(folder, later)).sort()).toEqual(keys.toSorted());
    expect(await open().list(folder, earlier)).toEqual([]);
    expect(await open().list('list/nothing-here', later)).toEqual([]);
    await expect(open().list('../x', later)).rejects.toThrow('Not a key');
  });

  it('takes ten megabytes', async () => {
    const key = fresh();
    const bytes = Buffer.alloc(10 * 1024 * 1024 + 64, 7);
    await open().put(key, bytes);
    expect((await open().get(key))?.equals(bytes)).toBe(true);
    await open().remove(key);
  });

  it.each(['../x', '/etc/passwd', 'a/../b', '', 'A', 'a//b', 'a.pdf', 'a\0b', 'a?versions', 'a%2fb'])(
    'takes no key %j',
    async (key) => {
      await expect(open().put(key, Buffer.from('x'))).rejects.toThrow('Not a key');
      await expect(open().get(key)).rejects.toThrow('Not a key');
      await expect(open().head(key, 1)).rejects.toThrow('Not a key');
      await expect(open().remove(key)).rejects.toThrow('Not a key');
    },
  );
}
