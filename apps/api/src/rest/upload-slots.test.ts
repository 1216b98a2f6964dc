import { expect, it } from 'vitest';
import { createUploadSlots } from './upload-slots.ts';

const code = (work: Promise<unknown>) =>
  work.then(
    (value) => value,
    (error: { code?: string }) => error.code,
  );

it('takes so many at a time of one account and of all, and frees a slot when its work is over or has failed', async () => {
  const slots = createUploadSlots({ each: 2, all: 3 });
  const gates: (() => void)[] = [];
  const wait = () => new Promise<string>((resolve) => gates.push(() => resolve('done')));
  const first = [slots('a', wait), slots('a', wait)];
  expect(await code(slots('a', wait))).toBe('TOO_MANY_REQUESTS');
  const third = slots('b', wait);
  expect(await code(slots('c', wait))).toBe('UNAVAILABLE');
  for (const open of gates) open();
  expect(await Promise.all([...first, third])).toEqual(['done', 'done', 'done']);
  const failing = async () => {
    throw Object.assign(new Error('no'), { code: 'FAILED' });
  };
  for (let i = 0; i < 5; i++) expect(await code(slots('a', failing))).toBe('FAILED');
  expect(await code(slots('a', async () => 'again'))).toBe('again');
});
