import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lockHolder, releaseLock, takeLock } from './lock.mjs';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'forewarn-lock-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

test('the second taker learns who holds the lock', () => {
  const file = join(dir, 'run.lock');
  expect(takeLock(file, 'npm start')).toBeUndefined();
  expect(takeLock(file, 'npm start')).toMatchObject({ pid: process.pid, what: 'npm start' });
  releaseLock(file);
  expect(lockHolder(file)).toBeUndefined();
});

test.each(['', '{"pid":999999999,"start":"1"}', '{"pid":1,"start":"0"}'])(
  'a lock without a living holder (%s) is taken over',
  (left) => {
    const file = join(dir, 'run.lock');
    writeFileSync(file, left);
    expect(takeLock(file, 'npm start')).toBeUndefined();
    expect(lockHolder(file)).toMatchObject({ pid: process.pid });
  },
);
