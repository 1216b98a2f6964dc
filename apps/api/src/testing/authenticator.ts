import { createHmac } from 'node:crypto';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** An authenticator app, written apart from ours: `code()` now, `code(1)` the next one (each works once). */
export function authenticator(secret: string) {
  const bits = [...secret].map((sign) => ALPHABET.indexOf(sign).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  return {
    code(ahead = 0): string {
      const counter = Buffer.alloc(8);
      counter.writeUInt32BE(Math.floor(Date.now() / 30_000) + ahead, 4);
      const mac = [...createHmac('sha1', key).update(counter).digest()];
      const at = (mac.at(-1) ?? 0) & 15;
      const [a = 0, b = 0, c = 0, d = 0] = mac.slice(at, at + 4);
      const number = (a & 127) * 2 ** 24 + b * 2 ** 16 + c * 2 ** 8 + d;
      return String(number % 1_000_000).padStart(6, '0');
    },
  };
}
