import { createHmac } from 'node:crypto';
import { expect, it } from 'vitest';
import { createMacs } from './macs.ts';

const key = (id: string, byte: number) => ({ id, key: Buffer.alloc(32, byte) });
const data = Buffer.from('entry');

it('a code is known again, and changes with key, purpose and data', () => {
  const macs = createMacs([key('new', 2), key('old', 1)]);
  const code = macs.mac('audit-chain', 'old', data);
  expect(code).toHaveLength(32);
  expect(createMacs([key('old', 1)]).mac('audit-chain', 'old', data)).toEqual(code);
  expect(macs.mac('audit-chain', 'new', data)).not.toEqual(code);
  expect(macs.mac('audit-checkpoint', 'old', data)).not.toEqual(code);
  expect(macs.mac('audit-chain', 'old', Buffer.from('entrz'))).not.toEqual(code);
});

it('the first key signs; one that is gone is unknown', () => {
  const macs = createMacs([key('new', 2), key('old', 1)]);
  expect(macs.keyId).toBe('new');
  expect(macs.mac('audit-chain', 'lost', data)).toBeUndefined();
});

it('the data key itself signs nothing', () => {
  const code = createHmac('sha256', Buffer.alloc(32, 1)).update(data).digest();
  expect(createMacs([key('old', 1)]).mac('audit-chain', 'old', data)).not.toEqual(code);
});
