import { describe, expect, it } from 'vitest';
import { createPassphraseBox } from './passphrase-box.ts';

const PASSPHRASE = 'correct horse battery';
const FACTS = 'forewarn-credentials 1 2026-11-22T00:00:00.000Z';

describe('A-227 A-372 what a passphrase locks', { timeout: 60_000 }, () => {
  const boxes = createPassphraseBox();

  it('opens with it, on a system that writes it in other code points too, and shows nothing of what is inside', async () => {
    const box = await boxes.seal('canary-密钥-1', 'Crème brûlée 密码', FACTS);
    expect(box.kdf).toMatchObject({ name: 'scrypt', N: 131_072, r: 8, p: 1 });
    expect(Buffer.from(box.data, 'base64').toString('latin1')).not.toContain('canary');
    expect(await boxes.open(box, 'Crème brûlée 密码'.normalize('NFD'), FACTS)).toBe('canary-密钥-1');
  });

  it('has a salt and nonce of its own each time', async () => {
    const [one, two] = await Promise.all([boxes.seal('x', PASSPHRASE, FACTS), boxes.seal('x', PASSPHRASE, FACTS)]);
    expect([one.kdf.salt === two.kdf.salt, one.iv === two.iv, one.data === two.data]).toEqual([false, false, false]);
  });

  it('stays shut to another passphrase and to other facts', async () => {
    const box = await boxes.seal('x', PASSPHRASE, FACTS);
    expect(await boxes.open(box, `${PASSPHRASE} `, FACTS)).toBeUndefined();
    expect(await boxes.open(box, PASSPHRASE, FACTS.replace('1', '2'))).toBeUndefined();
    expect(await boxes.open(box, PASSPHRASE, FACTS)).toBe('x');
  });

  it('stays shut when any byte of salt, nonce, ciphertext or tag was changed, and to other settings', async () => {
    const boxes = createPassphraseBox(2 ** 10);
    const box = await boxes.seal('ab', PASSPHRASE, FACTS);
    const changed = (text: string, at: number) => {
      const bytes = Buffer.from(text, 'base64');
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      return bytes.toString('base64');
    };
    const bytes = (text: string) => Array.from({ length: Buffer.from(text, 'base64').length }, (_, at) => at);
    const others = [
      ...bytes(box.kdf.salt).map((at) => ({ ...box, kdf: { ...box.kdf, salt: changed(box.kdf.salt, at) } })),
      ...bytes(box.iv).map((at) => ({ ...box, iv: changed(box.iv, at) })),
      ...bytes(box.data).map((at) => ({ ...box, data: changed(box.data, at) })),
      { ...box, kdf: { ...box.kdf, N: 2 ** 11 } },
      { ...box, kdf: { ...box.kdf, N: 2 ** 40 } },
      { ...box, kdf: { ...box.kdf, r: 16 } },
      { ...box, kdf: { ...box.kdf, p: 2 } },
      { ...box, data: '' },
      { ...box, iv: `${box.iv}!` },
    ];
    expect(others.length).toBe(16 + 12 + 18 + 6);
    for (const other of others) expect(await boxes.open(other, PASSPHRASE, FACTS)).toBeUndefined();
  });
});
