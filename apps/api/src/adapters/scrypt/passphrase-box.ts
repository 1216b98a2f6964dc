import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto';
import type { PassphraseBox, PassphraseBoxed } from '@forewarn/core/ports/passphrase-box';

/** OWASP's first choice for scrypt: 128 MiB and about half a second for each guess. */
const COST = 2 ** 17;
const SALT = 16;
const NONCE = 12;
const TAG = 16;

/**
 * scrypt and AES-256-GCM of `node:crypto`, off the main thread and one at a time, because each takes 128 MiB. Opens boxes of exactly these
 * settings: a file that asks for others could ask for all of the machine's memory.
 */
export function createPassphraseBox(cost = COST): PassphraseBox {
  const settings = { name: 'scrypt', N: cost, r: 8, p: 1 } as const;
  let last: Promise<unknown> = Promise.resolve();
  const keyOf = (passphrase: string, salt: Buffer): Promise<Buffer> => {
    const turn = last.then(() => derive(passphrase, salt, settings));
    last = turn.catch(() => undefined);
    return turn;
  };
  return {
    async seal(plain, passphrase, facts) {
      const salt = randomBytes(SALT);
      const nonce = randomBytes(NONCE);
      const head = {
        kdf: { ...settings, salt: salt.toString('base64') },
        cipher: 'aes-256-gcm',
        iv: nonce.toString('base64'),
      } as const;
      const cipher = createCipheriv('aes-256-gcm', await keyOf(passphrase, salt), nonce).setAAD(bound(head, facts));
      const data = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()]);
      return { ...head, data: data.toString('base64') };
    },
    async open(box, passphrase, facts) {
      const { kdf, cipher } = box;
      if (kdf.name !== settings.name || kdf.N !== settings.N || kdf.r !== settings.r || kdf.p !== settings.p)
        return undefined;
      if (cipher !== 'aes-256-gcm') return undefined;
      const [salt, nonce, data] = [kdf.salt, box.iv, box.data].map(bytesOf);
      if (salt?.length !== SALT || nonce?.length !== NONCE || !data || data.length < TAG) return undefined;
      const key = await keyOf(passphrase, salt);
      const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG })
        .setAAD(bound(box, facts))
        .setAuthTag(data.subarray(-TAG));
      try {
        return Buffer.concat([decipher.update(data.subarray(0, -TAG)), decipher.final()]).toString('utf8');
      } catch {
        return undefined;
      }
    },
  };
}

/** The same passphrase typed on another system gives the same bytes. */
function derive(passphrase: string, salt: Buffer, { N, r, p }: { N: number; r: number; p: number }): Promise<Buffer> {
  // What scrypt needs, and a little for itself.
  const options = { N, r, p, maxmem: 128 * N * r + 32 * 1024 * 1024 };
  return new Promise((resolve, reject) => {
    scrypt(passphrase.normalize('NFKC'), salt, 32, options, (error, key) => (error ? reject(error) : resolve(key)));
  });
}

function bound({ kdf, cipher, iv }: Omit<PassphraseBoxed, 'data'>, facts: string): Buffer {
  return Buffer.from(JSON.stringify([facts, kdf.name, kdf.N, kdf.r, kdf.p, kdf.salt, cipher, iv]));
}

/** Undefined unless it is written as we write it: Node reads base64 past what isn't. */
function bytesOf(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? bytes : undefined;
}
