import { expect, it } from 'vitest';
import { search } from './raw-tables.ts';

const SECRET = 'a canary of some length';

it.each([
  ['as it is', `xx ${SECRET} yy`],
  ['in capitals', SECRET.toUpperCase()],
  ['hexadecimal', Buffer.from(`x${SECRET}`).toString('hex')],
  ['base64', Buffer.from(SECRET).toString('base64')],
  ['base64 one byte further', Buffer.from(`x${SECRET}y`).toString('base64')],
  ['base64 two bytes further', Buffer.from(`xx${SECRET}yy`).toString('base64')],
])('A-327 a text is found %s', async (_form, text) => {
  async function* places() {
    yield { where: 'here', bytes: Buffer.from(text) };
    yield { where: 'elsewhere', bytes: Buffer.from('another canary of some length') };
  }
  expect(await search(places(), { secret: SECRET })).toEqual([{ where: 'here', canary: 'secret' }]);
});
